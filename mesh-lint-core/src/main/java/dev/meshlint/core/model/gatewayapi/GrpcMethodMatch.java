package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A condition on a gRPC method. */
public final class GrpcMethodMatch extends View {
  /** Makes the view. */
  public GrpcMethodMatch(At at) {
    super(at);
  }

  /** {@code Exact} or {@code RegularExpression}; absent means {@code Exact}. */
  public @Nullable Text type() {
    return text("type");
  }

  /** The service; null for all. */
  public @Nullable Text service() {
    return raw("service");
  }

  /** The method; null for all. */
  public @Nullable Text method() {
    return raw("method");
  }
}
