package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@code configMapGenerator} and {@code secretGenerator} of a kustomization make. */
final class Generators {
  private Generators() {}

  static void read(
      Kustomization kustomization,
      YamlMapping root,
      NamespaceChoices choices,
      NamespaceRef fallback,
      List<GeneratedResource> out) {
    read("configMapGenerator", "ConfigMap", kustomization, root, choices, fallback, out);
    read("secretGenerator", "Secret", kustomization, root, choices, fallback, out);
  }

  private static void read(
      String field,
      String kind,
      Kustomization kustomization,
      YamlMapping root,
      NamespaceChoices choices,
      NamespaceRef fallback,
      List<GeneratedResource> out) {
    for (YamlMapping generator : Nodes.mappings(root, field)) {
      String name = Nodes.text(generator, "name");
      if (name == null) {
        continue;
      }
      String written = Nodes.text(generator, "namespace");
      NamespaceRef without = written == null ? fallback : NamespaceRef.named(written);
      out.add(
          new GeneratedResource(
              kind,
              name,
              choices.resolve(without),
              keys(generator),
              generator.entry("envs") == null && generator.entry("env") == null,
              Nodes.text(generator, "type"),
              kustomization.folder(),
              kustomization.context(),
              generator));
    }
  }

  private static List<String> keys(YamlMapping generator) {
    List<String> keys = new ArrayList<>();
    for (String file : Nodes.texts(generator, "files")) {
      int equals = file.indexOf('=');
      keys.add(equals > 0 ? file.substring(0, equals) : file.substring(file.lastIndexOf('/') + 1));
    }
    for (String literal : Nodes.texts(generator, "literals")) {
      int equals = literal.indexOf('=');
      if (equals > 0) {
        keys.add(literal.substring(0, equals));
      }
    }
    return keys;
  }
}
