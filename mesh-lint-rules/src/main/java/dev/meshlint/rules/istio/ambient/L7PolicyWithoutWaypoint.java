package dev.meshlint.rules.istio.ambient;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Ambient.Enrolment;
import dev.meshlint.core.mesh.Ambient.Reach;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.PolicyTargets;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import java.util.List;

/** A policy on HTTP requests in ambient mode that no waypoint enforces. */
public final class L7PolicyWithoutWaypoint extends ResourceRule<AuthorizationPolicy> {
  public L7PolicyWithoutWaypoint() {
    super("istio-l7-policy-without-waypoint", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    List<Located> uses = policy.httpUses();
    if (uses.isEmpty()) {
      return;
    }
    for (Reference target : policy.targetRefs()) {
      checkTarget(target, policy, mesh, out);
    }
    Reach reach = mesh.ambient().reach(policy);
    if (reach != Reach.OTHER) {
      String message =
          "ztunnel enforces this policy, as it has no targetRefs, and cannot look at HTTP requests: it denies instead";
      Located place = uses.get(0);
      report(place, reach == Reach.AMBIENT, message, out)
          .as("selector")
          .help("attach the policy to a waypoint or Service by targetRefs");
    }
  }

  private static Report report(Located place, boolean certain, String message, Findings out) {
    return certain
        ? out.report(place, message)
        : out.report(place, new Absent<>(Evidence.IN_VIEW, List.of(), null), message);
  }

  private static void checkTarget(
      Reference target, AuthorizationPolicy policy, Mesh mesh, Findings out) {
    String kind = PolicyTargets.kindOf(target);
    boolean service = kind.equals("Service") || kind.equals("ServiceEntry");
    if (!service || !mesh.ambient().isAmbient(policy.resource().namespace())) {
      return;
    }
    for (View found : mesh.policyTargets().find(target, policy.resource()).values()) {
      if (found instanceof ResourceView view && mesh.ambient().of(view) == Enrolment.NOT_ENROLLED) {
        String message =
            "traffic to %s passes no waypoint, so nothing enforces this policy on HTTP requests"
                .formatted(view.resource().title());
        report(target, mesh.ambient().isCertain(view), message, out)
            .as("target")
            .related(view, "neither this nor its namespace names a waypoint");
        return;
      }
    }
  }
}
