package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A condition on a header or a query parameter. */
public final class ValueMatch extends View {
  /** Makes the view. */
  public ValueMatch(At at) {
    super(at);
  }

  /** {@code Exact} or {@code RegularExpression}; absent means {@code Exact}. */
  public @Nullable Text type() {
    return text("type");
  }

  /** The name. */
  public @Nullable Text name() {
    return text("name");
  }

  /** The value or the expression. */
  public @Nullable Text value() {
    return raw("value");
  }
}
