package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.ResourceView;
import java.util.List;

/** A NetworkAuthentication of {@code policy.linkerd.io}: clients by address. */
public final class NetworkAuthentication extends ResourceView {
  /** Makes the view. */
  public NetworkAuthentication(At at) {
    super(at);
  }

  /** The blocks of addresses. */
  public List<Network> networks() {
    return spec().list("networks", Network::new);
  }
}
