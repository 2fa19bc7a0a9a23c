package dev.meshlint.core.yaml;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The anchors of a document. They may be defined again; an alias means the last definition before it. */
final class Anchors {
  private final Map<String, Anchor> anchors = new HashMap<>();

  /**
   * What an anchor stands for.
   *
   * @param node the node; null while it is being read, so that an alias in it would contain itself
   * @param extent how large it is
   */
  record Anchor(@Nullable YamlNode node, Extent extent) {}

  /** Forgets the document before. */
  void clear() {
    anchors.clear();
  }

  /** Notes an anchor at a collection that is still being read. */
  void open(String name) {
    anchors.put(name, new Anchor(null, Extent.SCALAR));
  }

  /** Notes what an anchor stands for. */
  void put(String name, YamlNode node, Extent extent) {
    anchors.put(name, new Anchor(node, extent));
  }

  /** What an alias stands for, or null for one without anchor. */
  @Nullable Anchor get(String name) {
    return anchors.get(name);
  }
}
