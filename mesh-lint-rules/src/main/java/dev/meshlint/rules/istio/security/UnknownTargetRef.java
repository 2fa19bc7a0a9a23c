package dev.meshlint.rules.istio.security;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.PolicyTargets;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import java.util.List;

/** A policy is attached to something that is not there. */
public final class UnknownTargetRef extends MeshRule {
  public UnknownTargetRef() {
    super("istio-unknown-target-ref");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        if (view instanceof WorkloadSelecting policy) {
          policy.targetRefs().forEach(target -> check(target, policy, mesh, out));
        }
      }
    }
  }

  private static void check(Reference target, WorkloadSelecting policy, Mesh mesh, Findings out) {
    Text name = target.name();
    if (name == null
        || !(mesh.policyTargets().find(target, policy.resource())
            instanceof NotFound<View> missing)) {
      return;
    }
    String kind = PolicyTargets.kindOf(target);
    String where =
        kind.equals("GatewayClass")
            ? "does not exist"
            : "does not exist in namespace \"%s\", the only one that counts"
                .formatted(policy.resource().namespace());
    Report report =
        out.report(
            name,
            missing,
            "%s \"%s\" %s: this %s has no effect"
                .formatted(kind, name, where, policy.resource().kind()));
    if (missing instanceof Absent<View> absent
        && absent.evidence() == Evidence.NEAR_MISS
        && absent.nearest() != null) {
      report.fix(
          Fixes.replaceScalar(
              "name the %s \"%s\"".formatted(kind, absent.nearest()),
              false,
              name.node(),
              absent.nearest()));
    }
  }
}
