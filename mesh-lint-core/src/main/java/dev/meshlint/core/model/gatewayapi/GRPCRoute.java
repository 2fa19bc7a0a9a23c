package dev.meshlint.core.model.gatewayapi;

import java.util.List;

/** A GRPCRoute of {@code gateway.networking.k8s.io}. */
public final class GRPCRoute extends Route {
  /** Makes the view. */
  public GRPCRoute(At at) {
    super(at);
  }

  @Override
  public List<GrpcRouteRule> rules() {
    return spec().list("rules", GrpcRouteRule::new);
  }
}
