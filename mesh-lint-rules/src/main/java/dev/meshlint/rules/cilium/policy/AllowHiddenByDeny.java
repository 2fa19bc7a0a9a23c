package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** An entry that allows what another one denies altogether. */
public final class AllowHiddenByDeny extends MeshRule {
  public AllowHiddenByDeny() {
    super("cilium-allow-hidden-by-deny");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      for (TrafficRule entry : rule.traffic()) {
        if (!entry.isDeny() && !entry.isEmpty() && !rule.isForNodes()) {
          View denial = mesh.cilium().denials().of(rule, entry);
          if (denial != null) {
            report(entry, denial, out);
          }
        }
      }
    }
  }

  private static void report(TrafficRule entry, View denial, Findings out) {
    String who = denial.resource() == entry.resource() ? "the policy" : denial.resource().title();
    out.report(entry, "%s denies all of this: the entry allows nothing".formatted(who))
        .related(denial, "denies it, and what denies wins");
  }
}
