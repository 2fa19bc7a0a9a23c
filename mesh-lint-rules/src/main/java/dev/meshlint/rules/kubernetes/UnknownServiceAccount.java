package dev.meshlint.rules.kubernetes;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.ServiceAccounts;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;

/** A workload that runs as a service account which does not exist. */
public final class UnknownServiceAccount extends MeshRule {
  public UnknownServiceAccount() {
    super("k8s-unknown-service-account");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshWorkload workload : mesh.workloads().all()) {
      Text account = ServiceAccounts.of(workload);
      if (account != null
          && mesh.serviceAccounts().find(workload) instanceof NotFound<Located> missing) {
        boolean pods = workload.template().isPresent();
        Report report =
            out.report(
                    account,
                    missing,
                    "service account \"%s\" does not exist in namespace \"%s\": %s"
                        .formatted(
                            account,
                            workload.namespace(),
                            pods ? "no pod is created" : "the machine gets no identity"))
                .as(pods ? "pod" : "machine");
        if (missing instanceof Absent<Located> absent && absent.nearest() != null) {
          report.fix(
              Fixes.replaceScalar(
                  "run as \"" + absent.nearest() + "\"", false, account.node(), absent.nearest()));
        }
      }
    }
  }
}
