package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** A setting of the default for what no rule allows that changes nothing. */
public final class IneffectiveDefaultDeny extends MeshRule {
  public IneffectiveDefaultDeny() {
    super("cilium-ineffective-default-deny");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      check(rule, "ingress", rule.ingress(), out);
      check(rule, "egress", rule.egress(), out);
    }
  }

  private static void check(
      PolicyRule rule, String direction, List<? extends TrafficRule> entries, Findings out) {
    Boolean setting = rule.enableDefaultDeny().flag(direction);
    boolean denies = rule.has(direction + "Deny");
    if (setting == null || rule.isOpen(direction) || rule.isOpen(direction + "Deny")) {
      return;
    }
    if (setting) {
      if (entries.isEmpty() && !denies) {
        out.report(
                rule.enableDefaultDeny().at(direction),
                "no entry of \"%s\" is there: nothing is denied by default".formatted(direction))
            .as("nothing")
            .help("write `" + direction + ": [{}]` to deny by default");
      }
    } else if (!entries.isEmpty() && !denies && allowNothing(entries)) {
      out.report(
              rule.enableDefaultDeny().at(direction),
              "the entries of \"%s\" allow nothing and nothing is denied by default: the policy has no effect on it"
                  .formatted(direction))
          .as("nothing");
    } else {
      visibility(rule, direction, entries, out);
    }
  }

  private static boolean allowNothing(List<? extends TrafficRule> entries) {
    for (TrafficRule entry : entries) {
      if (!entry.isEmpty() && (entry.peerKeys().isEmpty() || !entry.filledPeerKeys().isEmpty())) {
        return false;
      }
    }
    return true;
  }

  private static void visibility(
      PolicyRule rule, String direction, List<? extends TrafficRule> entries, Findings out) {
    for (TrafficRule entry : entries) {
      for (PortRule ports : entry.toPorts()) {
        if (!ports.rules().http().isEmpty()) {
          out.report(
                  rule.enableDefaultDeny().at(direction),
                  "without default deny the HTTP rules of \"%s\" only make requests visible: all others are allowed too"
                      .formatted(direction))
              .as("visibility");
          return;
        }
      }
    }
  }
}
