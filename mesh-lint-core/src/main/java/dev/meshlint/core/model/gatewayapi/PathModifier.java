package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A new path. */
public final class PathModifier extends View {
  /** Makes the view. */
  public PathModifier(At at) {
    super(at);
  }

  /** {@code ReplaceFullPath} or {@code ReplacePrefixMatch}. */
  public @Nullable Text type() {
    return text("type");
  }

  /** The whole new path. */
  public @Nullable Text replaceFullPath() {
    return text("replaceFullPath");
  }

  /** What replaces the prefix that matched. */
  public @Nullable Text replacePrefixMatch() {
    return text("replacePrefixMatch");
  }
}
