package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.RoutedDestination;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import org.jspecify.annotations.Nullable;

/** A short or half-qualified host that Istio does not take for the service of another namespace that was meant. */
public final class UnqualifiedHost extends MeshRule {
  public UnqualifiedHost() {
    super("istio-unqualified-host");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (VirtualService routes : mesh.all(VirtualService.class)) {
      if (Gateways.appliesToMesh(routes)) {
        routes.hosts().forEach(host -> check(host, "host", mesh, out));
      }
      for (RoutedDestination routed : routes.destinations()) {
        check(routed.destination().host(), "destination", mesh, out);
      }
    }
    for (DestinationRule rule : mesh.all(DestinationRule.class)) {
      check(rule.host(), "rule", mesh, out);
    }
  }

  private static void check(@Nullable Text host, String use, Mesh mesh, Findings out) {
    if (host != null
        && mesh.services().resolve(host, host.resource().namespace())
            instanceof Absent<MeshService> absent
        && absent.evidence() == Evidence.ELSEWHERE
        && absent.nearest() != null) {
      String full = absent.nearest();
      boolean isShort = host.value().indexOf('.') < 0;
      String read =
          isShort
              ? "as a service of namespace \"" + host.resource().namespace() + "\""
              : "literally";
      out.report(
              host,
              absent,
              "host \"%s\" is taken %s and does not reach %s"
                  .formatted(host, read, absent.looked().get(0)))
          .as(isShort || use.equals("host") ? use : "literal-" + use)
          .fix(Fixes.replaceScalar("write the full host", true, host.node(), full));
    }
  }
}
