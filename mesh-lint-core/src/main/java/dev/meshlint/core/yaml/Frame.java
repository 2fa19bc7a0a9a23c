package dev.meshlint.core.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A collection that is being read. Frames are used again for the next collection of their depth. */
final class Frame {
  private final List<YamlNode> children = new ArrayList<>();
  private final List<YamlMapping> merges = new ArrayList<>();
  private boolean mapping;
  private boolean flow;
  private int start;
  private int end;
  private long nodes;
  private int height;
  private @Nullable String anchor;

  void open(boolean mapping, boolean flow, int start, @Nullable String anchor) {
    this.mapping = mapping;
    this.flow = flow;
    this.start = start;
    this.end = start;
    this.anchor = anchor;
    this.nodes = 1;
    this.height = 1;
    children.clear();
    merges.clear();
  }

  /** Adds a child that is written up to this offset. */
  void add(YamlNode child, int writtenEnd, Extent extent) {
    children.add(child);
    grow(writtenEnd, extent);
  }

  /** Takes a merge key and its value back. */
  void merge(List<YamlMapping> merged) {
    children.remove(children.size() - 1);
    merges.addAll(merged);
  }

  /** The key that waits for its value, or null where the next child is a key or an item. */
  @Nullable YamlNode pendingKey() {
    return mapping && children.size() % 2 == 1 ? children.get(children.size() - 1) : null;
  }

  /** Whether the next child is a key. */
  boolean expectsKey() {
    return mapping && children.size() % 2 == 0;
  }

  boolean mapping() {
    return mapping;
  }

  boolean flow() {
    return flow;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  Extent extent() {
    return new Extent(nodes, height);
  }

  @Nullable String anchor() {
    return anchor;
  }

  List<YamlNode> children() {
    return children;
  }

  List<YamlMapping> merges() {
    return merges;
  }

  /** Counts a child that is written up to this offset. */
  void grow(int writtenEnd, Extent extent) {
    end = writtenEnd;
    nodes += extent.nodes();
    height = Math.max(height, extent.height() + 1);
  }
}
