package dev.meshlint.core.model.gatewayapi;

import java.util.List;

/** An HTTPRoute of {@code gateway.networking.k8s.io}. */
public final class HTTPRoute extends Route {
  /** Makes the view. */
  public HTTPRoute(At at) {
    super(at);
  }

  @Override
  public List<HttpRouteRule> rules() {
    return spec().list("rules", HttpRouteRule::new);
  }
}
