package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.CiliumDns;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.FqdnSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name that pods are allowed to speak to but not to look up. */
public final class FqdnNotCoveredByDnsRule extends MeshRule {
  public FqdnNotCoveredByDnsRule() {
    super("cilium-fqdn-not-covered-by-dns-rule");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      if (rule.isForNodes()) {
        continue;
      }
      CiliumDns.@Nullable Lookups lookups = null;
      for (EgressRule entry : rule.egress()) {
        for (FqdnSelector name : entry.toFQDNs()) {
          lookups = lookups == null ? mesh.ciliumDns().of(rule) : lookups;
          if (lookups.seen() && !lookups.everything()) {
            check(rule, name, lookups, mesh, out);
          }
        }
      }
    }
  }

  private static void check(
      PolicyRule rule, FqdnSelector name, CiliumDns.Lookups lookups, Mesh mesh, Findings out) {
    Text text = name.matchName() == null ? name.matchPattern() : name.matchName();
    if (text == null || text.open() || isCovered(text.value(), lookups.names())) {
      return;
    }
    boolean own = false;
    for (PolicyRule other : lookups.rules()) {
      own |= other.resource() == rule.resource();
    }
    boolean closed = mesh.settings().world() == World.CLOSED;
    out.report(
            text,
            "the rules for DNS let nobody look up \"%s\": its addresses are never learned and it stays denied"
                .formatted(text))
        .as(own || closed ? "own" : "other")
        .related(lookups.rules().get(0), "has the rules for DNS")
        .help("add the name to rules.dns");
  }

  private static boolean isCovered(String name, List<FqdnSelector> rules) {
    for (FqdnSelector rule : rules) {
      Text text = rule.matchName() == null ? rule.matchPattern() : rule.matchName();
      if (text == null || FqdnPattern.overlap(text.value(), name)) {
        return true;
      }
    }
    return false;
  }
}
