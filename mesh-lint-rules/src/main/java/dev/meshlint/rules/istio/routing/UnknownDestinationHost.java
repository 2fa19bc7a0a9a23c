package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.RoutedDestination;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import java.util.HashMap;
import java.util.Map;

/** A route sends requests to a host that is no service. */
public final class UnknownDestinationHost extends ResourceRule<VirtualService> {
  public UnknownDestinationHost() {
    super("istio-unknown-destination-host", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    // By kind of route and host: one finding says it for all of them.
    Map<String, Report> unresolved = new HashMap<>();
    for (RoutedDestination routed : routes.destinations()) {
      Text host = routed.destination().host();
      if (host != null
          && !host.value().startsWith("*")
          && mesh.virtualServices().destination(host, routes)
              instanceof NotFound<MeshService> missing) {
        if (missing instanceof Absent<MeshService> absent) {
          report(host, absent, routes, mesh, out);
        } else {
          String what = (routed.from() instanceof HttpRoute ? "http " : "") + host;
          Report first = unresolved.get(what);
          if (first == null) {
            String message = "host \"%s\" is no service in view".formatted(host);
            unresolved.put(what, out.report(host, missing, message));
          } else {
            first.related(host, "here too");
          }
        }
      }
    }
  }

  private static void report(
      Text host, Absent<MeshService> absent, VirtualService routes, Mesh mesh, Findings out) {
    switch (absent.evidence()) {
      // A name that exists elsewhere is the mistake of istio-unqualified-host.
      case ELSEWHERE, IN_VIEW -> {}
      case SAME_OBJECT ->
          out.report(
              host,
              absent,
              "host \"%s\" is not exported to namespace \"%s\": requests get 503"
                  .formatted(host, mesh.virtualServices().clients(routes).get(0)));
      case NEAR_MISS, CLOSED -> {
        Report report =
            out.report(
                host,
                absent,
                "host \"%s\" is no service that exists: requests get 503".formatted(host));
        String nearest = absent.nearest();
        if (absent.evidence() == Evidence.NEAR_MISS && nearest != null) {
          report.fix(
              Fixes.replaceScalar(
                  "name the host \"" + nearest + "\"", false, host.node(), nearest));
        }
      }
    }
  }
}
