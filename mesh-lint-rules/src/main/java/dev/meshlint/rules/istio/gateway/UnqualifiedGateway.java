package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** A VirtualService names a gateway of another namespace without its namespace. */
public final class UnqualifiedGateway extends ResourceRule<VirtualService> {
  public UnqualifiedGateway() {
    super("istio-unqualified-gateway", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    for (Text gateway : routes.gatewayReferences()) {
      if (!gateway.value().equals(Gateways.MESH)
          && mesh.gateways().resolve(gateway, routes.resource()) instanceof Absent<View> absent
          && absent.evidence() == Evidence.ELSEWHERE
          && absent.nearest() != null) {
        String qualified = absent.nearest();
        out.report(
                gateway,
                absent,
                "gateway \"%s\" is looked for in namespace \"%s\", where it does not exist: the routes are bound to nothing"
                    .formatted(gateway, routes.resource().namespace()))
            .fix(
                Fixes.replaceScalars(
                    "name the gateway \"" + qualified + "\"",
                    true,
                    sameNames(gateway, routes),
                    qualified));
      }
    }
  }

  /** A match names a gateway as its VirtualService does. */
  private static List<YamlScalar> sameNames(Text gateway, VirtualService routes) {
    List<YamlScalar> names = new ArrayList<>();
    for (Text other : routes.gatewayReferences()) {
      if (other.value().equals(gateway.value())) {
        names.add(other.node());
      }
    }
    return names;
  }
}
