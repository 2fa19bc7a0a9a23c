package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.View;
import java.util.List;

/** One rule of an HTTPRoute. */
public final class HttpRouteRule extends RouteRule {
  /** Makes the view. */
  public HttpRouteRule(At at) {
    super(at);
  }

  /** Conditions, one of which must hold; empty for every request. */
  public List<HttpRouteMatch> matches() {
    return list("matches", HttpRouteMatch::new);
  }

  /** {@code request} and {@code backendRequest}, durations. */
  public View timeouts() {
    return child("timeouts");
  }

  /** {@code attempts}, {@code backoff}, {@code codes}. */
  public View retry() {
    return child("retry");
  }

  /** How clients stick to a backend. */
  public View sessionPersistence() {
    return child("sessionPersistence");
  }
}
