package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import java.util.List;

/** A YAML sequence. */
public final class YamlSequence extends YamlNode {
  private final List<YamlNode> items;

  YamlSequence(SourceFile file, int start, int end, List<YamlNode> items) {
    super(file, start, end);
    this.items = List.copyOf(items);
  }

  /** The items in order. */
  public List<YamlNode> items() {
    return items;
  }
}
