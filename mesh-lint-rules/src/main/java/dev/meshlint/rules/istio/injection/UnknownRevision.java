package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.Revisions;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;

/** A namespace or pod that asks for a revision of the control plane which does not exist. */
public final class UnknownRevision extends MeshRule {
  public UnknownRevision() {
    super("istio-unknown-revision");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Revisions revisions = mesh.revisions();
    for (Text label : Revisions.labels(mesh)) {
      if (revisions.find(label) instanceof NotFound<Located> missing) {
        Report report =
            out.report(
                label,
                missing,
                "\"%s\" is neither a revision of the control plane nor a tag: nothing is injected"
                    .formatted(label));
        if (missing instanceof Absent<Located> absent && absent.nearest() != null) {
          report.fix(
              Fixes.replaceScalar(
                  "ask for revision \"" + absent.nearest() + "\"",
                  false,
                  label.node(),
                  absent.nearest()));
        }
      }
    }
  }
}
