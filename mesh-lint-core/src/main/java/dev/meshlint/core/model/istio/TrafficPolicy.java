package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.View;
import java.util.List;

/** How traffic to a host or a subset is sent. */
public final class TrafficPolicy extends View {
  /** Makes the view. */
  public TrafficPolicy(At at) {
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

  /** Settings for single ports; what they leave out does not come from the host's. */
  public List<PortTrafficPolicy> portLevelSettings() {
    return list("portLevelSettings", PortTrafficPolicy::new);
  }

  /** Tunnelling through a proxy: {@code protocol}, {@code targetHost}, {@code targetPort}. */
  public View tunnel() {
    return child("tunnel");
  }

  /** The PROXY protocol: {@code version}. */
  public View proxyProtocol() {
    return child("proxyProtocol");
  }

  /** The limit on retries: {@code percent}, {@code minRetryConcurrency}. */
  public View retryBudget() {
    return child("retryBudget");
  }
}
