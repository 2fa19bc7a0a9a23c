package dev.meshlint.core.model.istio;

import dev.meshlint.core.manifest.Located;
import java.util.List;

/** A route of a VirtualService: {@code http[]}, {@code tls[]} or {@code tcp[]}. */
public sealed interface TrafficRoute extends Located permits HttpRoute, TlsRoute, TcpRoute {
  /** The weighted destinations. */
  List<RouteDestination> route();
}
