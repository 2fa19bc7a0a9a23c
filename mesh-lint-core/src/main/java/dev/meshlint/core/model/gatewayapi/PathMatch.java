package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A condition on the path. */
public final class PathMatch extends View {
  /** Makes the view. */
  public PathMatch(At at) {
    super(at);
  }

  /**
   * {@code Exact}, {@code PathPrefix} or {@code RegularExpression}; absent means
   * {@code PathPrefix}.
   */
  public @Nullable Text type() {
    return text("type");
  }

  /** The path or the expression; absent means {@code /}. */
  public @Nullable Text value() {
    return raw("value");
  }
}
