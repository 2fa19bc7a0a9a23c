package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;
import java.util.List;

/** One route for TLS traffic that is passed through ({@code tls[]}). */
public final class TlsRoute extends View implements TrafficRoute {
  /** Makes the view. */
  public TlsRoute(At at) {
    super(at);
  }

  /** Conditions, one of which must hold. */
  public List<L4Match> match() {
    return list("match", L4Match::new);
  }

  /** Where matching connections are sent. */
  @Override
  public List<RouteDestination> route() {
    return list("route", RouteDestination::new);
  }
}
