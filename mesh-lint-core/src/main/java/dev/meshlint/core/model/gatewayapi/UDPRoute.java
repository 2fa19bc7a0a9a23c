package dev.meshlint.core.model.gatewayapi;

import java.util.List;

/** A UDPRoute of {@code gateway.networking.k8s.io}. */
public final class UDPRoute extends Route {
  /** Makes the view. */
  public UDPRoute(At at) {
    super(at);
  }

  @Override
  public List<RouteRule> rules() {
    return spec().list("rules", RouteRule::new);
  }
}
