package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A backend that gets copies. */
public final class RequestMirror extends View {
  /** Makes the view. */
  public RequestMirror(At at) {
    super(at);
  }

  /** The backend. */
  public BackendReference backendRef() {
    return child("backendRef", BackendReference::new);
  }

  /** The share; absent means all. */
  public @Nullable Integer percent() {
    return integer("percent");
  }

  /** The share: {@code numerator}, {@code denominator}. */
  public View fraction() {
    return child("fraction");
  }
}
