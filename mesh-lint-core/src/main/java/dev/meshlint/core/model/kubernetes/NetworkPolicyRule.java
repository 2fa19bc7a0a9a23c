package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.View;
import java.util.List;

/** What may come in or go out. */
public final class NetworkPolicyRule extends View {
  /** Makes the view. */
  public NetworkPolicyRule(At at) {
    super(at);
  }

  /** The ports: {@code port}, {@code endPort}, {@code protocol}; empty for all. */
  public List<View> ports() {
    return list("ports");
  }

  /** The clients; empty for all. */
  public List<NetworkPolicyPeer> from() {
    return list("from", NetworkPolicyPeer::new);
  }

  /** The servers; empty for all. */
  public List<NetworkPolicyPeer> to() {
    return list("to", NetworkPolicyPeer::new);
  }
}
