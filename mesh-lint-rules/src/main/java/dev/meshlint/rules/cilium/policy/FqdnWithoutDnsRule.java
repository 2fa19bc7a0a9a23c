package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.CiliumDns;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.PolicyRule;
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
      if (rule.isForNodes()) {
        continue;
      }
      CiliumDns.@Nullable Lookups lookups = null;
      for (EgressRule entry : rule.egress()) {
        if (entry.toFQDNs().isEmpty()) {
          continue;
        }
        lookups = lookups == null ? mesh.ciliumDns().of(rule) : lookups;
        if (!lookups.seen()) {
          report(entry, lookups, mesh.settings().world() == World.CLOSED, out);
        }
      }
    }
  }

  private static void report(
      EgressRule entry, CiliumDns.Lookups lookups, boolean closed, Findings out) {
    boolean allowed = !lookups.allowed().isEmpty();
    String why =
        allowed
            ? "port 53 is allowed without a rule for DNS"
            : "no policy in view has a rule for DNS for these pods";
    Report report =
        out.report(
                entry.at("toFQDNs"),
                why + ": Cilium does not learn the addresses of names and allows none of them")
            .as(closed ? "closed" : allowed ? "unseen" : "missing")
            .help("add rules.dns to the entry that allows port 53");
    if (allowed) {
      report.related(lookups.allowed().get(0), "allows lookups that Cilium does not see");
    }
  }
}
