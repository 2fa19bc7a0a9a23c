package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** The {@code headers} of a route or a destination. */
public final class HeaderOperations extends View {
  /** Makes the view. */
  public HeaderOperations(At at) {
    super(at);
  }

  /** Changes to the request's headers. */
  public HeaderChanges request() {
    return child("request", HeaderChanges::new);
  }

  /** Changes to the response's headers. */
  public HeaderChanges response() {
    return child("response", HeaderChanges::new);
  }
}
