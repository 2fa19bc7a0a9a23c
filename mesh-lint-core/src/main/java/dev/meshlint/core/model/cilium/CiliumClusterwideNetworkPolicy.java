package dev.meshlint.core.model.cilium;

/** A CiliumClusterwideNetworkPolicy of {@code cilium.io}. */
public final class CiliumClusterwideNetworkPolicy extends CiliumPolicy {
  /** Makes the view. */
  public CiliumClusterwideNetworkPolicy(At at) {
    super(at);
  }
}
