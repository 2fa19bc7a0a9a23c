package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.FqdnSelector;
import dev.meshlint.core.model.cilium.HttpRule;
import dev.meshlint.core.model.cilium.L7Rules;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** Rules for requests that narrow nothing, because another entry allows the port altogether. */
public final class L7RuleShadowed extends MeshRule {
  public L7RuleShadowed() {
    super("cilium-l7-rule-shadowed");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      for (TrafficRule entry : rule.traffic()) {
        if (entry.isDeny() || rule.isForNodes()) {
          continue;
        }
        for (PortRule ports : entry.toPorts()) {
          View voiding =
              narrows(ports.rules()) ? mesh.cilium().openings().voiding(rule, entry, ports) : null;
          if (voiding != null) {
            report(ports, voiding, out);
          }
        }
      }
    }
  }

  private static void report(PortRule ports, View voiding, Findings out) {
    String who =
        voiding.resource() == ports.resource()
            ? "another entry of the policy"
            : voiding.resource().title();
    out.report(
            ports.key("rules"),
            "%s allows the same peers everything on this port: the rules narrow nothing"
                .formatted(who))
        .related(voiding, "allows everything");
  }

  /** Whether rules let only some requests through; those that let all through are there to see them. */
  private static boolean narrows(L7Rules rules) {
    for (HttpRule rule : rules.http()) {
      if (rule.isEmpty()) {
        return false;
      }
    }
    for (FqdnSelector rule : rules.dns()) {
      Text pattern = rule.matchPattern();
      if (pattern != null && pattern.value().equals("*")) {
        return false;
      }
    }
    return !rules.http().isEmpty() || !rules.dns().isEmpty();
  }
}
