package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import java.util.List;

/**
 * A ListenerSet of {@code gateway.networking.k8s.io}, or its experimental forerunner
 * XListenerSet.
 */
public final class ListenerSet extends ResourceView {
  /** Makes the view. */
  public ListenerSet(At at) {
    super(at);
  }

  /** The Gateway it belongs to. */
  public Reference parentRef() {
    return spec().child("parentRef", Reference::new);
  }

  /** The listeners. */
  public List<Listener> listeners() {
    return spec().list("listeners", Listener::new);
  }
}
