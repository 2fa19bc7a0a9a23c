package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            .fix(qualify(gateway, qualified, routes));
      }
    }
  }

  /** Wherever the routes name it: a match names a gateway as the VirtualService does. */
  private static @Nullable Fix qualify(Text gateway, String qualified, VirtualService routes) {
    String description = "name the gateway \"" + qualified + "\"";
    List<@Nullable Fix> parts = new ArrayList<>();
    for (Text reference : routes.gatewayReferences()) {
      if (reference.value().equals(gateway.value())) {
        parts.add(Fixes.replaceScalar(description, true, reference.node(), qualified));
      }
    }
    return Fixes.together(description, true, parts);
  }
}
