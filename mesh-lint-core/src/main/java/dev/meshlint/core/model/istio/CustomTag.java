package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** A further tag of a trace: one of four sources. */
public final class CustomTag extends View {
  /** Makes the view. */
  public CustomTag(At at) {
    super(at);
  }

  /** A fixed text: {@code value}. */
  public View literal() {
    return child("literal");
  }

  /** A variable: {@code name}, {@code defaultValue}. */
  public View environment() {
    return child("environment");
  }

  /** A request header: {@code name}, {@code defaultValue}. */
  public View header() {
    return child("header");
  }

  /** An Envoy command: {@code value}. */
  public View formatter() {
    return child("formatter");
  }
}
