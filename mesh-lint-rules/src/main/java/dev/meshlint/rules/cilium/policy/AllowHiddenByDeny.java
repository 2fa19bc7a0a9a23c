package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** An entry of a rule that allows what the same rule denies altogether. */
public final class AllowHiddenByDeny extends MeshRule {
  public AllowHiddenByDeny() {
    super("cilium-allow-hidden-by-deny");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      check(rule.ingress(), rule.ingressDeny(), out);
      check(rule.egress(), rule.egressDeny(), out);
    }
  }

  private static void check(
      List<? extends TrafficRule> allowed, List<? extends TrafficRule> denied, Findings out) {
    for (TrafficRule deny : denied) {
      if (isTotal(deny)) {
        for (TrafficRule allow : allowed) {
          if (!allow.isEmpty()) {
            out.report(allow, "everything is denied in this direction: the entry allows nothing")
                .related(deny, "denies everything, and what denies wins");
          }
        }
        return;
      }
    }
  }

  private static boolean isTotal(TrafficRule deny) {
    if (deny.has("toPorts") || deny.has("icmps")) {
      return false;
    }
    for (Text entity : deny.entities()) {
      if (entity.is("all")) {
        return true;
      }
    }
    return false;
  }
}
