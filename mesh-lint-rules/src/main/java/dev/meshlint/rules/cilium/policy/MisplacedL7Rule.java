package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.L7Rules;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** Rules for requests where Cilium takes none. */
public final class MisplacedL7Rule extends MeshRule {
  public MisplacedL7Rule() {
    super("cilium-misplaced-l7-rule");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      for (TrafficRule entry : rule.traffic()) {
        if (!entry.isDeny()) {
          for (PortRule ports : entry.toPorts()) {
            checkRules(rule, entry, ports.rules(), out);
            checkListener(rule, entry, ports, out);
          }
        }
      }
    }
  }

  private static void checkRules(PolicyRule rule, TrafficRule entry, L7Rules rules, Findings out) {
    if (rule.isForNodes() && rules.has("http")) {
      out.report(
              rules.key("http"),
              "a policy for nodes takes no HTTP rules: it is stored but not enforced")
          .as("refused");
    }
    if (entry.isIngress() && rules.has("dns")) {
      out.report(
              rules.key("dns"),
              "DNS rules are for \"egress\" only: the policy is stored but not enforced")
          .as("refused");
    }
  }

  private static void checkListener(
      PolicyRule rule, TrafficRule entry, PortRule ports, Findings out) {
    Text kind = ports.listener().envoyConfig().kind();
    if (ports.has("listener") && entry.isIngress()) {
      out.report(
              ports.key("listener"),
              "a listener is for \"egress\" only: the policy is stored but not enforced")
          .as("refused");
    } else if (!rule.isNamespaced() && kind != null && kind.is("CiliumEnvoyConfig")) {
      out.report(
              kind,
              "a clusterwide policy has no namespace to find a CiliumEnvoyConfig in: the listener does not exist")
          .as("scope")
          .help("use a CiliumClusterwideEnvoyConfig");
    }
  }
}
