package dev.meshlint.core.manifest;

import dev.meshlint.core.source.NonManifests;
import dev.meshlint.core.source.SkipReason;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells manifests from other documents by their roots. */
final class Documents {
  private static final String KUSTOMIZE = "kustomize.config.k8s.io";
  private static final String KUSTOMIZE_PLUGINS = "builtin";

  private Documents() {}

  /**
   * Why a document is no manifest; null if it is one, or plainly meant to be one.
   *
   * @param file the file, for what a document without apiVersion and kind is
   */
  static @Nullable SkipReason reason(YamlNode root, LoadedFile file, NonManifests others) {
    if (root instanceof YamlSequence sequence) {
      return isJsonPatch(sequence) ? SkipReason.JSON_PATCH : SkipReason.NOT_A_MANIFEST;
    }
    if (root instanceof YamlScalar scalar) {
      return scalar.isNull() ? SkipReason.EMPTY : SkipReason.NOT_A_MANIFEST;
    }
    YamlMapping mapping = (YamlMapping) root;
    if (mapping.entry("$patch") != null) {
      return SkipReason.KUSTOMIZE_PATCH;
    }
    if (mapping.entries().isEmpty()) {
      return SkipReason.EMPTY;
    }
    if (isKustomization(mapping, file.yaml().file().name())) {
      return SkipReason.KUSTOMIZATION;
    }
    String apiVersion = Nodes.text(mapping, "apiVersion");
    String kind = Nodes.text(mapping, "kind");
    if (apiVersion != null && kind != null) {
      return apiVersion.equals(KUSTOMIZE_PLUGINS) ? SkipReason.KUSTOMIZE_INPUT : null;
    }
    if (isTemplate(mapping.get("apiVersion")) || isTemplate(mapping.get("kind"))) {
      return SkipReason.TEMPLATE;
    }
    if (isMeant(mapping) || BareFiles.kindOf(mapping) != null) {
      return null;
    }
    return others.kindOf(file.source(), file.yaml().file().text());
  }

  /**
   * Whether a document is a kustomization: so its apiVersion says or, without one, the name of its file. Flux has a kind
   * of the same name, which is a resource.
   */
  static boolean isKustomization(YamlMapping root, String file) {
    String apiVersion = Nodes.text(root, "apiVersion");
    return apiVersion == null
        ? NonManifests.isKustomizationName(file)
        : apiVersion.startsWith(KUSTOMIZE);
  }

  /** An unquoted <code>{{ x }}</code>, which YAML reads as a mapping in a mapping. */
  private static boolean isTemplate(@Nullable YamlNode node) {
    return node instanceof YamlMapping mapping && mapping.isTemplate();
  }

  /** A manifest that lacks one of its two first fields, or has another type there. */
  private static boolean isMeant(YamlMapping root) {
    return (root.entry("kind") != null || root.entry("apiVersion") != null)
        && root.get("metadata") instanceof YamlMapping metadata
        && metadata.get("name") instanceof YamlScalar
        && root.get("spec") instanceof YamlMapping;
  }

  private static boolean isJsonPatch(YamlSequence sequence) {
    List<YamlNode> items = sequence.items();
    for (YamlNode item : items) {
      if (!(item instanceof YamlMapping operation)
          || operation.entry("op") == null
          || (operation.entry("path") == null && operation.entry("from") == null)) {
        return false;
      }
    }
    return !items.isEmpty();
  }
}
