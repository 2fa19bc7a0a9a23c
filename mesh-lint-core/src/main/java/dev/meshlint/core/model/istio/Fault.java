package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** Delays and errors put in on purpose. */
public final class Fault extends View {
  /** Makes the view. */
  public Fault(At at) {
    super(at);
  }

  /** Requests that are delayed. */
  public FaultDelay delay() {
    return child("delay", FaultDelay::new);
  }

  /** Requests that are answered with an error. */
  public FaultAbort abort() {
    return child("abort", FaultAbort::new);
  }
}
