package dev.meshlint.core.model.gatewayapi;

import java.util.List;

/** A TCPRoute of {@code gateway.networking.k8s.io}. */
public final class TCPRoute extends Route {
  /** Makes the view. */
  public TCPRoute(At at) {
    super(at);
  }

  @Override
  public List<RouteRule> rules() {
    return spec().list("rules", RouteRule::new);
  }
}
