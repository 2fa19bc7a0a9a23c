package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.model.cilium.CiliumClusterwideNetworkPolicy;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pods that may speak to others but may not look up their names. */
public final class PolicyBlocksDns extends MeshRule {
  public PolicyBlocksDns() {
    super("cilium-policy-blocks-dns");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    boolean complete =
        mesh.settings().world() == World.CLOSED
            || !mesh.all(CiliumClusterwideNetworkPolicy.class).isEmpty();
    List<PolicyRule> rules = new ArrayList<>(mesh.ciliumPolicies().rules());
    rules.sort(Comparator.comparing(rule -> rule.resource().title()));
    Set<String> seen = new HashSet<>();
    for (PolicyRule rule : rules) {
      if (!rule.isForNodes()
          && rule.deniesByDefault(false)
          && !mesh.cilium().dnsAccess().isOpenFor(rule)
          && !mesh.cilium().dnsAccess().isOfServers(rule)
          && (needsNames(rule) || (complete && isBaseline(rule)))
          && seen.add(CiliumSelection.subject(rule).canonical())) {
        report(rule, complete, out);
      }
    }
  }

  private static void report(PolicyRule rule, boolean complete, Findings out) {
    boolean needed = needsNames(rule);
    out.report(
            rule.has("egress") ? rule.key("egress") : rule,
            "no policy in view lets these pods reach DNS%s"
                .formatted(
                    needed
                        ? ": they cannot look up the names of what they are allowed to reach"
                        : " or anything else that has to be looked up by name"))
        .as(needed && complete ? "blocked" : "baseline")
        .help("allow port 53 of the pods of kube-dns in kube-system, with rules.dns");
  }

  /** Whether it allows nothing at all. */
  private static boolean isBaseline(PolicyRule rule) {
    for (EgressRule entry : rule.egress()) {
      if (!entry.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether it allows peers that are reached by name, as pods and Services are; names of hosts have rules of their own. */
  private static boolean needsNames(PolicyRule rule) {
    boolean needed = false;
    for (EgressRule entry : rule.egress()) {
      if (entry.has("toFQDNs")) {
        return false;
      }
      needed |= !entry.endpoints().isEmpty() || !entry.toServices().isEmpty();
    }
    return needed;
  }
}
