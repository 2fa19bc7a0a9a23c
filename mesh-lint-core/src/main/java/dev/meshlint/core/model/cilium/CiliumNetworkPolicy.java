package dev.meshlint.core.model.cilium;

/** A CiliumNetworkPolicy of {@code cilium.io}. */
public final class CiliumNetworkPolicy extends CiliumPolicy {
  /** Makes the view. */
  public CiliumNetworkPolicy(At at) {
    super(at);
  }
}
