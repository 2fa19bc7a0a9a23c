package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.ConnectionPool;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.HttpPool;
import dev.meshlint.core.model.istio.IngressListener;
import dev.meshlint.core.model.istio.MeshConfig;
import dev.meshlint.core.model.istio.PortTrafficPolicy;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.TrafficPolicy;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** Connection limits that trip in normal use or never, or contradict the retries of a route. */
public final class UnsafeCircuitBreaker extends MeshRule {
  public UnsafeCircuitBreaker() {
    super("istio-unsafe-circuit-breaker");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (DestinationRule rule : mesh.all(DestinationRule.class)) {
      int replicas = replicas(rule, mesh);
      for (TrafficPolicy policy : rule.trafficPolicies()) {
        check(policy.connectionPool(), rule, replicas, mesh, out);
        for (PortTrafficPolicy port : policy.portLevelSettings()) {
          check(port.connectionPool(), rule, replicas, mesh, out);
        }
      }
    }
    for (Sidecar sidecar : mesh.all(Sidecar.class)) {
      check(sidecar.inboundConnectionPool(), 0, out);
      for (IngressListener listener : sidecar.ingress()) {
        check(listener.connectionPool(), 0, out);
      }
    }
    for (MeshConfig config : mesh.configuration().views()) {
      check(config.defaultTrafficPolicy().connectionPool(), 0, out);
    }
  }

  /** The pods behind the host of a rule, as far as they are written; 0 where they are not. */
  private static int replicas(DestinationRule rule, Mesh mesh) {
    Text host = rule.host();
    int replicas = 0;
    if (host != null) {
      List<MeshService> services =
          mesh.services().resolve(host, rule.resource().namespace()).values();
      for (MeshService service : mesh.nearness().nearest(services, rule.resource())) {
        for (MeshWorkload workload : mesh.workloads().of(service).values()) {
          Integer written = workload.view() instanceof Workload pods ? pods.replicas() : null;
          boolean single =
              mesh.nearness().mayMeet(rule.resource(), workload.resource())
                  && !mesh.kustomizations().isPatched(workload.resource());
          replicas += written == null || !single ? 0 : written;
        }
      }
    }
    return replicas;
  }

  private static void check(
      ConnectionPool pool, DestinationRule rule, int replicas, Mesh mesh, Findings out) {
    check(pool, replicas, out);
    HttpPool http = pool.http();
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

  private static void check(ConnectionPool pool, int replicas, Findings out) {
    HttpPool http = pool.http();
    check(pool.tcp(), "maxConnections", "max-connections", replicas, out);
    check(http, "http1MaxPendingRequests", "max-pending-requests", 0, out);
    check(http, "http2MaxRequests", "max-requests", 0, out);
    Integer perConnection = http.maxRequestsPerConnection();
    if (perConnection != null && perConnection == 1) {
      out.report(
              http.at("maxRequestsPerConnection"),
              "every request opens a connection of its own: keep-alive is off")
          .as("floor");
    }
  }

  private static void check(View pool, String field, String option, int replicas, Findings out) {
    Integer limit = pool.integer(field);
    if (limit == null || limit < 0) {
      return;
    }
    if (limit == 0) {
      out.report(pool.at(field), "%s 0 sets no limit: Envoy's default holds".formatted(field))
          .as("zero");
    } else if (limit < replicas) {
      out.report(
              pool.at(field),
              "%s %d is less than the %d pods behind the host: a client cannot keep a connection to each, and gets 503 with the flag UO"
                  .formatted(field, limit, replicas))
          .as("replicas");
    } else if (limit < out.options().integer(option)) {
      out.report(
              pool.at(field),
              "%s %d trips in normal use, with 503 and the flag UO: each client's proxy counts for itself"
                  .formatted(field, limit))
          .as("floor");
    } else if (limit == Integer.MAX_VALUE) {
      out.report(pool.at(field), "%s %d never trips".formatted(field, limit)).as("never");
    }
  }
}
