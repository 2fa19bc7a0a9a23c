package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;
import java.util.List;

/** One route for TCP traffic ({@code tcp[]}). */
public final class TcpRoute extends View implements TrafficRoute {
  /** Makes the view. */
  public TcpRoute(At at) {
    super(at);
  }

  /** Conditions, one of which must hold; empty for every connection. */
  public List<L4Match> match() {
    return list("match", L4Match::new);
  }

  /** Where matching connections are sent. */
  @Override
  public List<RouteDestination> route() {
    return list("route", RouteDestination::new);
  }
}
