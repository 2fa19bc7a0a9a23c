package dev.meshlint.core.model.gatewayapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTPRoute of {@code gateway.networking.k8s.io}. */
public final class HTTPRoute extends Route {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable List<HttpRouteRule> rules;

  /** Makes the view. */
  public HTTPRoute(At at) {
    super(at);
  }

  @Override
  public List<HttpRouteRule> rules() {
    List<HttpRouteRule> known = rules;
    if (known == null) {
      known = spec().list("rules", HttpRouteRule::new);
      rules = known;
    }
    return known;
  }
}
