package dev.meshlint.rules.istio.ambient;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Ambient;
import dev.meshlint.core.mesh.Ambient.WaypointUse;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.WaypointAdmission.Refusal;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import java.util.List;

/** A label names a waypoint that is not there: traffic is sent on without one. */
public final class UnknownWaypoint extends MeshRule {
  public UnknownWaypoint() {
    super("istio-unknown-waypoint");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        WaypointUse use = Ambient.use(view);
        if (use != null) {
          check(view, use, mesh, out);
        }
      }
    }
  }

  private static void check(View view, WaypointUse use, Mesh mesh, Findings out) {
    if (mesh.ambient().waypoint(use) instanceof NotFound<View> missing) {
      report(use, missing, out);
      return;
    }
    Refusal refusal = mesh.ambient().refusal(view, use);
    if (refusal != null) {
      out.report(
              use.name(),
              "waypoint \"%s\" %s: no policy or route for HTTP is enforced"
                  .formatted(use.name(), refusal.reason()))
          .as("refused")
          .related(refusal.at(), "the waypoint");
    }
  }

  private static void report(WaypointUse use, NotFound<View> missing, Findings out) {
    Report report =
        out.report(
            use.name(),
            missing,
            "waypoint \"%s\" does not exist in namespace \"%s\": no policy or route for HTTP is enforced"
                .formatted(use.name(), use.namespace()));
    if (missing instanceof Absent<View> absent
        && absent.evidence() == Evidence.NEAR_MISS
        && absent.nearest() != null) {
      report.fix(
          Fixes.replaceScalar(
              "name the waypoint \"" + absent.nearest() + "\"",
              false,
              use.name().node(),
              absent.nearest()));
    }
  }
}
