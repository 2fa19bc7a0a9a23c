package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/** What happens to traffic to unknown hosts; also in the mesh configuration. */
public final class OutboundTrafficPolicy extends View {
  /** Makes the view. */
  public OutboundTrafficPolicy(At at) {
    super(at);
  }

  /** The mode; absent means {@code ALLOW_ANY}. */
  public OutboundMode mode() {
    return OutboundMode.of(this, "mode");
  }

  /** The proxy that gets such traffic. */
  public Destination egressProxy() {
    return child("egressProxy", Destination::new);
  }
}
