package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Anything that a finding can point at. */
public interface Located {
  /** The resource around it, or null if the file did not get that far. */
  @Nullable Resource resource();

  /** The node to point at; for something absent, the nearest node around it that exists. */
  YamlNode node();

  /** The offset in the file where it starts; inside the node where only a piece of its text is meant. */
  default int startOffset() {
    return node().start();
  }

  /** The offset in the file after its last character. */
  default int endOffset() {
    return node().end();
  }

  /** The field that is absent from the node and that this is about; null where it is about the node itself. */
  default @Nullable String absentField() {
    return null;
  }
}
