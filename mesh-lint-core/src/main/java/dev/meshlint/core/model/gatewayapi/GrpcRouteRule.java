package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.View;
import java.util.List;

/** One rule of a GRPCRoute. */
public final class GrpcRouteRule extends RouteRule {
  /** Makes the view. */
  public GrpcRouteRule(At at) {
    super(at);
  }

  /** Conditions, one of which must hold; empty for every request. */
  public List<GrpcRouteMatch> matches() {
    return list("matches", GrpcRouteMatch::new);
  }

  /** How clients stick to a backend. */
  public View sessionPersistence() {
    return child("sessionPersistence");
  }
}
