package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** A setting for mutual TLS. */
public final class Mtls extends View {
  /** Makes the view. */
  public Mtls(At at) {
    super(at);
  }

  /** The mode; absent means {@code UNSET}. */
  public MtlsMode mode() {
    return MtlsMode.of(this, "mode");
  }
}
