package dev.meshlint.rules.prometheus;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.RuleQuery;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Alerts that watch a mesh and leave out one of the three things that every mesh needs to have watched. */
public final class MissingMeshAlert extends MeshRule {
  public MissingMeshAlert() {
    super("prometheus-missing-mesh-alert");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Set<Watched> missing = EnumSet.allOf(Watched.class);
    Text first = null;
    for (RuleQuery query : mesh.prometheusRules().queries()) {
      Text alert = query.rule().alert();
      if (alert != null) {
        first = first == null ? own(alert) : first;
        missing.removeIf(watched -> watched.isWatchedBy(query));
      }
    }
    if (first != null) {
      for (Watched watched : missing) {
        out.report(first, "of the alerts in these files none tells when " + watched.event())
            .as(watched.caseName());
      }
    }
  }

  private static @Nullable Text own(Text alert) {
    return alert.resource().origin().context() ? null : alert;
  }
}
