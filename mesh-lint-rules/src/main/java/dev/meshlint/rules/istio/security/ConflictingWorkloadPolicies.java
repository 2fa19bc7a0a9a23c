package dev.meshlint.rules.istio.security;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Claims.Claim;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.istio.PeerAuthentication;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.Telemetry;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import java.util.List;

/** Two resources of one kind are for the same workloads, where Istio takes only the oldest. */
public final class ConflictingWorkloadPolicies extends MeshRule {
  public ConflictingWorkloadPolicies() {
    super("istio-conflicting-workload-policies");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    report(mesh.claims().among(mesh.all(Sidecar.class), false), "sidecar", mesh, out);
    report(mesh.claims().among(mesh.all(Telemetry.class), false), "telemetry", mesh, out);
    report(mesh.claims().among(mesh.all(PeerAuthentication.class), true), "peer", mesh, out);
  }

  private static void report(List<Claim> claims, String kind, Mesh mesh, Findings out) {
    for (Claim claim : claims) {
      WorkloadSelecting one = claim.one();
      WorkloadSelecting other = claim.other();
      String message =
          "%s is for %s too: Istio takes the older one and ignores the other"
              .formatted(other.resource().title(), what(claim));
      Located place = place(one);
      Report report =
          mesh.nearness().appliedTogether(one.resource(), other.resource())
              ? out.report(place, message)
              : out.report(place, new Absent<>(Evidence.IN_VIEW, List.of(), null), message);
      report.as(kind + (claim.isWide() ? "-default" : "-selector"));
      report.related(place(other), "the other one");
    }
  }

  private static String what(Claim claim) {
    MeshWorkload workload = claim.workload();
    if (workload != null) {
      return workload.title();
    }
    return claim.isWide()
        ? "all of namespace \"%s\"".formatted(claim.one().resource().namespace())
        : "the same workloads";
  }

  private static Located place(WorkloadSelecting selecting) {
    if (selecting.selector().present()) {
      return selecting.selector();
    }
    return selecting instanceof ResourceView view ? view.key("spec") : selecting;
  }
}
