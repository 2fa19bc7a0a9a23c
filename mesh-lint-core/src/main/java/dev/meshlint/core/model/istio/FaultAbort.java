package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Requests that are answered with an error. */
public final class FaultAbort extends View {
  /** Makes the view. */
  public FaultAbort(At at) {
    super(at);
  }

  /** The HTTP status. */
  public @Nullable Integer httpStatus() {
    return integer("httpStatus");
  }

  /** The name of the gRPC status. */
  public @Nullable Text grpcStatus() {
    return text("grpcStatus");
  }

  /** The share in percent ({@code percentage.value}). */
  public @Nullable Text percentage() {
    return child("percentage").text("value");
  }
}
