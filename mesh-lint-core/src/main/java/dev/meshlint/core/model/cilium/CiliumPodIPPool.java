package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.View;

/** A CiliumPodIPPool of {@code cilium.io}. */
public final class CiliumPodIPPool extends ResourceView {
  /** Makes the view. */
  public CiliumPodIPPool(At at) {
    super(at);
  }

  /** Addresses: {@code cidrs}, {@code maskSize}. */
  public View ipv4() {
    return spec().child("ipv4");
  }

  /** Addresses: {@code cidrs}, {@code maskSize}. */
  public View ipv6() {
    return spec().child("ipv6");
  }
}
