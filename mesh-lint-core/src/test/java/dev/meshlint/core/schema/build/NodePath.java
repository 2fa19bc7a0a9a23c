package dev.meshlint.core.schema.build;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlSequence;

/** The path of a node, found by looking for it. */
final class NodePath {
  private NodePath() {}

  static String of(YamlNode root, YamlNode node) {
    StringBuilder path = new StringBuilder();
    return find(root, node, path) ? path.toString() : "?";
  }

  private static boolean find(YamlNode at, YamlNode wanted, StringBuilder path) {
    if (at.equals(wanted)) {
      return true;
    }
    int length = path.length();
    if (at instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        path.append(length == 0 ? "" : ".").append(entry.name());
        if (entry.key().equals(wanted) || find(entry.value(), wanted, path)) {
          return true;
        }
        path.setLength(length);
      }
    } else if (at instanceof YamlSequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        path.append('[').append(i).append(']');
        if (find(sequence.items().get(i), wanted, path)) {
          return true;
        }
        path.setLength(length);
      }
    }
    return false;
  }
}
