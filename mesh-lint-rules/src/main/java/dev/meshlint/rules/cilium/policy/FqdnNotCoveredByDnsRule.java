package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.FqdnSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** A name that pods are allowed to speak to but not to look up. */
public final class FqdnNotCoveredByDnsRule extends MeshRule {
  public FqdnNotCoveredByDnsRule() {
    super("cilium-fqdn-not-covered-by-dns-rule");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      for (EgressRule entry : rule.isForNodes() ? List.<EgressRule>of() : rule.egress()) {
        for (FqdnSelector name : entry.toFQDNs()) {
          Text text = name.text();
          if (text != null && !text.open()) {
            check(rule, text, mesh, out);
          }
        }
      }
    }
  }

  private static void check(PolicyRule rule, Text name, Mesh mesh, Findings out) {
    PolicyRule seeing = mesh.ciliumDns().seeing(rule);
    if (seeing == null || mesh.ciliumDns().mayLookUp(rule, name.value())) {
      return;
    }
    boolean own = mesh.ciliumDns().seesItself(rule);
    boolean closed = mesh.settings().world() == World.CLOSED;
    out.report(
            name,
            "the rules for DNS let nobody look up \"%s\": its addresses are never learned and it stays denied"
                .formatted(name))
        .as(own || closed ? "own" : "other")
        .related(seeing, "has the rules for DNS")
        .help("add the name to rules.dns");
  }
}
