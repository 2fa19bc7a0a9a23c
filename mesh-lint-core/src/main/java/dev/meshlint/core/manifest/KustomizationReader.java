package dev.meshlint.core.manifest;

import dev.meshlint.core.source.Locations;
import dev.meshlint.core.source.NonManifests;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a kustomization as far as it matters for what the resources mean.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/">the fields</a>
 */
final class KustomizationReader {
  private final YamlMapping root;
  private final String location;
  private final Map<String, LoadedFile> files;
  private final YamlLimits limits;
  private final List<String> resources = new ArrayList<>();
  private final List<String> components = new ArrayList<>();
  private final List<String> inputs = new ArrayList<>();
  private boolean elsewhere;

  private KustomizationReader(
      YamlMapping root, String location, Map<String, LoadedFile> files, YamlLimits limits) {
    this.root = root;
    this.location = location;
    this.files = files;
    this.limits = limits;
  }

  /** The kustomization that a file is; null if it is none. */
  static @Nullable YamlMapping rootOf(LoadedFile file) {
    if (!NonManifests.isKustomizationName(file.location())) {
      return null;
    }
    for (YamlDocument document : file.yaml().documents()) {
      if (document.root() instanceof YamlMapping root
          && Documents.isKustomization(root, file.location())) {
        return root;
      }
    }
    return null;
  }

  /**
   * Reads a kustomization.
   *
   * @param root its root
   * @param file its file
   * @param files the files in view by their locations, for patches in files of their own
   * @param limits bounds on patches inside it
   */
  static Kustomization read(
      YamlMapping root, LoadedFile file, Map<String, LoadedFile> files, YamlLimits limits) {
    String location = Locations.folder(file.location());
    KustomizationReader reader = new KustomizationReader(root, location, files, limits);
    reader.readPaths();
    return reader.result(file);
  }

  private Kustomization result(LoadedFile file) {
    Map<String, String> podLabels = new LinkedHashMap<>(Nodes.textMap(root, "commonLabels"));
    Map<String, String> labels = new LinkedHashMap<>(podLabels);
    for (YamlMapping entry : Nodes.mappings(root, "labels")) {
      Map<String, String> pairs = Nodes.textMap(entry, "pairs");
      labels.putAll(pairs);
      if (isTrue(entry, "includeSelectors") || isTrue(entry, "includeTemplates")) {
        podLabels.putAll(pairs);
      }
    }
    String namespace = Nodes.text(root, "namespace");
    KustomizePatches patches = KustomizePatches.read(root, location, files, limits);
    inputs.addAll(patches.replacementFiles());
    return new Kustomization(
        location,
        file.yaml().file().folder(),
        root,
        file.source().context(),
        "Component".equals(Nodes.text(root, "kind")),
        namespace == null || namespace.isEmpty() ? null : namespace,
        isFilled("namePrefix") || isFilled("nameSuffix"),
        podLabels,
        labels,
        resources,
        components,
        patches.files(),
        inputs,
        patches.patches(),
        images(),
        elsewhere);
  }

  private void readPaths() {
    for (String key : new String[] {"resources", "bases"}) {
      for (String path : Nodes.texts(root, key)) {
        addPath(path, resources);
      }
    }
    for (String path : Nodes.texts(root, "components")) {
      addPath(path, components);
    }
    for (String key : new String[] {"generators", "transformers", "validators"}) {
      for (String path : Nodes.texts(root, key)) {
        elsewhere |= key.equals("generators");
        addFile(path, inputs);
      }
    }
    for (String path : Nodes.texts(root, "configurations")) {
      addFile(path, inputs);
    }
    for (String key : new String[] {"configMapGenerator", "secretGenerator"}) {
      for (YamlMapping generator : Nodes.mappings(root, key)) {
        addGeneratorFiles(generator);
      }
    }
    for (String key : new String[] {"helmCharts", "helmChartInflationGenerator"}) {
      for (YamlMapping chart : Nodes.mappings(root, key)) {
        elsewhere = true;
        addFile(Nodes.text(chart, "valuesFile"), inputs);
        for (String path : Nodes.texts(chart, "additionalValuesFiles")) {
          addFile(path, inputs);
        }
      }
    }
  }

  private void addGeneratorFiles(YamlMapping generator) {
    for (String file : Nodes.texts(generator, "files")) {
      addFile(file.substring(file.indexOf('=') + 1), inputs);
    }
  }

  private void addPath(String path, List<String> paths) {
    if (isRemote(path)) {
      elsewhere = true;
    } else {
      addFile(path, paths);
    }
  }

  private void addFile(@Nullable String path, List<String> paths) {
    if (path != null && !path.isEmpty() && path.indexOf('\n') < 0) {
      paths.add(Locations.resolve(location, path));
    }
  }

  /** A URL, or a repository in the spelling of {@code git clone}, a host with a path, or with {@code ?ref=}. */
  private static boolean isRemote(String path) {
    if (path.contains("://") || path.contains("?ref=") || path.startsWith("git@")) {
      return true;
    }
    int slash = path.indexOf('/');
    String first = slash < 0 ? "" : path.substring(0, slash);
    return first.equals("github.com")
        || first.equals("gitlab.com")
        || first.equals("bitbucket.org");
  }

  private List<KustomizeImage> images() {
    List<KustomizeImage> images = new ArrayList<>();
    for (YamlMapping image : Nodes.mappings(root, "images")) {
      String name = Nodes.text(image, "name");
      if (name != null) {
        images.add(
            new KustomizeImage(name, Nodes.text(image, "newName"), Nodes.text(image, "newTag")));
      }
    }
    return images;
  }

  private boolean isFilled(String key) {
    String text = Nodes.text(root, key);
    return text != null && !text.isEmpty();
  }

  private static boolean isTrue(YamlMapping mapping, String key) {
    return "true".equals(Nodes.text(mapping, key));
  }
}
