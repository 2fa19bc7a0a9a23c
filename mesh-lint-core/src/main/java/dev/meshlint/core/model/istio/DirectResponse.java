package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A fixed answer. */
public final class DirectResponse extends View {
  /** Makes the view. */
  public DirectResponse(At at) {
    super(at);
  }

  /** The status. */
  public @Nullable Integer status() {
    return integer("status");
  }

  /** The body: {@code string} or {@code bytes}. */
  public View body() {
    return child("body");
  }
}
