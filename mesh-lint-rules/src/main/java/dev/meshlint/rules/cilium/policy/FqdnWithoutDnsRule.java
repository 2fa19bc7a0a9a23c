package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import org.jspecify.annotations.Nullable;

/** Rules on names for pods whose lookups Cilium does not see, so that it never learns the addresses. */
public final class FqdnWithoutDnsRule extends MeshRule {
  public FqdnWithoutDnsRule() {
    super("cilium-fqdn-without-dns-rule");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      boolean named = !rule.isForNodes() && namesHosts(rule);
      if (named && !mesh.ciliumDns().isSeen(rule)) {
        TrafficRule unseen = mesh.ciliumDns().unseen(rule);
        for (EgressRule entry : rule.egress()) {
          if (!entry.toFQDNs().isEmpty()) {
            report(entry, unseen, mesh.settings().world() == World.CLOSED, out);
          }
        }
      }
    }
  }

  private static boolean namesHosts(PolicyRule rule) {
    return rule.egress().stream().anyMatch(entry -> !entry.toFQDNs().isEmpty());
  }

  private static void report(
      EgressRule entry, @Nullable TrafficRule unseen, boolean closed, Findings out) {
    String why =
        unseen == null
            ? "no policy in view has a rule for DNS for these pods"
            : "port 53 is allowed without a rule for DNS";
    Report report =
        out.report(
                entry.at("toFQDNs"),
                why + ": Cilium does not learn the addresses of names and allows none of them")
            .as(closed ? "closed" : unseen == null ? "missing" : "unseen")
            .help("add rules.dns to the entry that allows port 53");
    if (unseen != null) {
      report.related(unseen, "allows lookups that Cilium does not see");
    }
  }
}
