package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.ConnectionPool;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.HttpPool;
import dev.meshlint.core.model.istio.PortTrafficPolicy;
import dev.meshlint.core.model.istio.TrafficPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** Connection limits that trip in normal use, or contradict the retries of a route. */
public final class UnsafeCircuitBreaker extends ResourceRule<DestinationRule> {
  public UnsafeCircuitBreaker() {
    super("istio-unsafe-circuit-breaker", DestinationRule.class);
  }

  @Override
  public void check(DestinationRule rule, Mesh mesh, Findings out) {
    for (TrafficPolicy policy : rule.trafficPolicies()) {
      check(policy.connectionPool(), rule, mesh, out);
      for (PortTrafficPolicy port : policy.portLevelSettings()) {
        check(port.connectionPool(), rule, mesh, out);
      }
    }
  }

  private static void check(ConnectionPool pool, DestinationRule rule, Mesh mesh, Findings out) {
    HttpPool http = pool.http();
    floor(pool.tcp(), "maxConnections", "max-connections", out);
    floor(http, "http1MaxPendingRequests", "max-pending-requests", out);
    floor(http, "http2MaxRequests", "max-requests", out);
    Integer perConnection = http.maxRequestsPerConnection();
    if (perConnection != null && perConnection == 1) {
      out.report(
              http.at("maxRequestsPerConnection"),
              "every request opens a connection of its own: keep-alive is off")
          .as("floor");
    }
    Integer retries = http.maxRetries();
    if (retries != null && retries == 0 && rule.host() != null) {
      mesh.virtualServices()
          .retriesTowards(mesh.services().read(rule.host(), rule.resource().namespace()))
          .forEach(
              route ->
                  out.report(
                          http.at("maxRetries"),
                          "no retry may be outstanding, so the retries of %s never run"
                              .formatted(route.resource().title()))
                      .as("contradiction")
                      .related(route, "retries are asked for here"));
    }
  }

  private static void floor(View pool, String field, String option, Findings out) {
    Integer limit = pool.integer(field);
    int least = out.options().integer(option);
    if (limit == null || limit >= least || limit < 0) {
      return;
    }
    if (limit == 0) {
      out.report(pool.at(field), "%s 0 sets no limit: Envoy's default holds".formatted(field))
          .as("zero");
    } else {
      out.report(
              pool.at(field),
              "%s %d trips in normal use, with 503 and the flag UO: each client's proxy counts for itself"
                  .formatted(field, limit))
          .as("floor");
    }
  }
}
