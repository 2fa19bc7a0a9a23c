package dev.meshlint.core.yaml;

import dev.meshlint.core.yaml.YamlMapping.Entry;

/** Marks what lies behind an alias. */
final class SharedNodes {
  private SharedNodes() {}

  /** Marks a node and all below it; each node is visited once, however often it is aliased. */
  static void mark(YamlNode node) {
    if (node.shared()) {
      return;
    }
    node.markShared();
    if (node instanceof YamlMapping mapping) {
      for (Entry entry : mapping.entries()) {
        mark(entry.key());
        mark(entry.value());
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        mark(item);
      }
    }
  }
}
