package dev.meshlint.core.model;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What views may rely on among the nodes of a resource. */
final class Nodes {
  private Nodes() {}

  /** The node as an object; null where it is none, or cannot be relied on. */
  static @Nullable YamlMapping object(Resource resource, YamlNode node) {
    return node instanceof YamlMapping mapping
            && !mapping.isTemplate()
            && !resource.isInvalid(mapping)
        ? mapping
        : null;
  }

  /** The items of a list; none where it is no list, or cannot be relied on. */
  static List<YamlNode> items(Resource resource, @Nullable YamlNode node) {
    return node instanceof YamlSequence sequence && !resource.isInvalid(sequence)
        ? sequence.items()
        : List.of();
  }

  /** The scalar entries of an object. */
  static List<Named<Text>> entries(Resource resource, @Nullable YamlMapping mapping) {
    if (mapping == null) {
      return List.of();
    }
    List<Named<Text>> entries = new ArrayList<>(mapping.entries().size());
    for (YamlMapping.Entry entry : mapping.entries()) {
      Named<Text> named = scalarEntry(resource, entry, mapping);
      if (named != null) {
        entries.add(named);
      }
    }
    return entries;
  }

  /** An entry of an object; null where its key or its value is no scalar, or where another with the same key wins. */
  static @Nullable Named<Text> scalarEntry(
      Resource resource, YamlMapping.Entry entry, YamlMapping mapping) {
    Text name = name(resource, entry, mapping);
    return name != null && entry.value() instanceof YamlScalar value
        ? new Named<>(name, new Text(resource, value, Text.Format.TEXT))
        : null;
  }

  /** The key of an entry; null where it is no scalar, or where another entry with the same key wins. */
  static @Nullable Text name(Resource resource, YamlMapping.Entry entry, YamlMapping mapping) {
    return entry.key() instanceof YamlScalar name && entry.value() == mapping.get(name.text())
        ? new Text(resource, name, Text.Format.TEXT)
        : null;
  }

  /** Whether a node, or an item of it, holds a placeholder or has a schema finding. */
  static boolean isOpen(Resource resource, YamlNode node) {
    if (isOpenItself(resource, node)) {
      return true;
    }
    for (YamlNode item : items(resource, node)) {
      if (isOpenItself(resource, item)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpenItself(Resource resource, YamlNode node) {
    return resource.isInvalid(node)
        || (node instanceof YamlScalar scalar && Text.isPlaceholder(scalar, Text.Format.TEXT))
        || (node instanceof YamlMapping mapping && mapping.isTemplate());
  }
}
