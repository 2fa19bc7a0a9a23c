package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;

/**
 * What happens to traffic to unknown hosts. Absent in a Sidecar it means that of the mesh, absent in the mesh
 * configuration {@code ALLOW_ANY}.
 */
public final class OutboundTrafficPolicy extends View {
  /** Makes the view. */
  public OutboundTrafficPolicy(At at) {
    super(at);
  }

  /**
   * The mode. Where the object is written without one, it is {@code REGISTRY_ONLY}: the zero value of the field, not the
   * default of the mesh.
   */
  public OutboundMode mode() {
    return OutboundMode.of(this, "mode");
  }

  /** The proxy that gets such traffic. */
  public Destination egressProxy() {
    return child("egressProxy", Destination::new);
  }
}
