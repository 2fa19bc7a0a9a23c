package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.gatewayapi.HttpRouteRule;
import dev.meshlint.core.model.gatewayapi.Route;
import java.util.List;

/**
 * An HTTPRoute of {@code policy.linkerd.io}, the forerunner of that of the Gateway API; an
 * absent group of a parent means {@code policy.linkerd.io} here.
 */
public final class HTTPRoute extends Route {
  /** Makes the view. */
  public HTTPRoute(At at) {
    super(at);
  }

  @Override
  public List<HttpRouteRule> rules() {
    return spec().list("rules", HttpRouteRule::new);
  }

  @Override
  public String defaultParentGroup() {
    return "policy.linkerd.io";
  }
}
