package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** How traffic to one port is sent. */
public final class PortTrafficPolicy extends View {
  /** Makes the view. */
  public PortTrafficPolicy(At at) {
    super(at);
  }

  /** Limits on connections and requests. */
  public ConnectionPool connectionPool() {
    return child("connectionPool", ConnectionPool::new);
  }

  /** How an endpoint is chosen. */
  public LoadBalancer loadBalancer() {
    return child("loadBalancer", LoadBalancer::new);
  }

  /** When an endpoint is left out for a while. */
  public OutlierDetection outlierDetection() {
    return child("outlierDetection", OutlierDetection::new);
  }

  /** How connections are secured. */
  public ClientTls tls() {
    return child("tls", ClientTls::new);
  }

  /** The service's port ({@code port.number}). */
  public @Nullable Integer port() {
    return child("port").integer("number");
  }
}
