package dev.meshlint.core.config;

import dev.meshlint.core.mesh.Known;
import dev.meshlint.core.render.Rendering;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads the meshes of the configuration. */
final class MeshEntries {
  private static final List<String> KEYS =
      List.of("name", "include", "context", "known", "kustomize", "helm");
  private static final List<String> CHART = List.of("chart", "values");

  private MeshEntries() {}

  static List<MeshEntry> read(ConfigMapping top, Function<ConfigMapping, Known> known) {
    List<MeshEntry> meshes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ConfigMapping mesh : top.children("meshes")) {
      mesh.checkKeys(KEYS);
      String name = mesh.text("name");
      List<String> include = mesh.texts("include");
      List<Rendering> renderings = renderings(mesh);
      if (name == null || (include.isEmpty() && renderings.isEmpty())) {
        mesh.problem("a mesh needs \"name\" and \"include\", \"kustomize\" or \"helm\"");
      } else if (!names.add(name)) {
        mesh.problem("two meshes are called \"" + name + "\"");
      } else {
        Known outside = known.apply(mesh.child("known"));
        meshes.add(new MeshEntry(name, include, mesh.texts("context"), outside, renderings));
      }
    }
    return meshes;
  }

  private static List<Rendering> renderings(ConfigMapping mesh) {
    List<Rendering> renderings = new ArrayList<>();
    for (String folder : mesh.texts("kustomize")) {
      renderings.add(Rendering.ofKustomize(folder));
    }
    YamlNode helm = mesh.get("helm");
    if (helm instanceof YamlMapping) {
      addChart(mesh.child("helm"), renderings);
    } else if (helm instanceof YamlSequence list && !isOfTexts(list)) {
      mesh.children("helm").forEach(chart -> addChart(chart, renderings));
    } else {
      for (String chart : mesh.texts("helm")) {
        renderings.add(Rendering.ofHelm(chart, List.of()));
      }
    }
    return renderings;
  }

  private static boolean isOfTexts(YamlSequence list) {
    return list.items().stream().allMatch(item -> item instanceof YamlScalar);
  }

  private static void addChart(ConfigMapping chart, List<Rendering> renderings) {
    chart.checkKeys(CHART);
    String path = chart.text("chart");
    if (path == null) {
      chart.problem("\"helm\" needs \"chart\", the folder or archive of one");
    } else {
      renderings.add(Rendering.ofHelm(path, chart.texts("values")));
    }
  }
}
