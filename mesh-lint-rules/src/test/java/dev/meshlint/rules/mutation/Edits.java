package dev.meshlint.rules.mutation;

import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.yaml.YamlNode;

/** Changes of text that no fix makes. */
final class Edits {
  private Edits() {}

  static String text(YamlNode node) {
    return node.file().text().substring(node.start(), node.end());
  }

  static TextEdit replace(YamlNode node, String text) {
    return new TextEdit(node.file(), node.start(), node.end(), text);
  }

  static TextEdit insert(YamlNode node, int offset, String text) {
    return new TextEdit(node.file(), offset, offset, text);
  }
}
