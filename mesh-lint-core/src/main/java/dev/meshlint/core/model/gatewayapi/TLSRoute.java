package dev.meshlint.core.model.gatewayapi;

import java.util.List;

/** A TLSRoute of {@code gateway.networking.k8s.io}. */
public final class TLSRoute extends Route {
  /** Makes the view. */
  public TLSRoute(At at) {
    super(at);
  }

  @Override
  public List<RouteRule> rules() {
    return spec().list("rules", RouteRule::new);
  }
}
