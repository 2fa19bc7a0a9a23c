package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CiliumClusterwideNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumPolicy;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;

/** HTTP rules on a port that is not exactly TCP: the agent refuses the policy. */
public final class L7RuleWithoutTcp extends MeshRule {
  public L7RuleWithoutTcp() {
    super("cilium-l7-rule-without-tcp");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    List<CiliumPolicy> policies = new ArrayList<>(mesh.all(CiliumNetworkPolicy.class));
    policies.addAll(mesh.all(CiliumClusterwideNetworkPolicy.class));
    for (CiliumPolicy policy : policies) {
      for (PolicyRule rule : policy.rules()) {
        for (TrafficRule traffic : rule.traffic()) {
          for (PortRule ports : traffic.toPorts()) {
            if (ports.rules().has("http")) {
              ports.ports().forEach(port -> check(port, out));
            }
          }
        }
      }
    }
  }

  private static void check(PortProtocol port, Findings out) {
    Text protocol = port.protocol();
    Text number = port.port();
    if (protocol == null && !port.isOpen("protocol")) {
      out.report(
              port,
              "HTTP rules need protocol TCP, and a port without protocol means any: the policy is stored but not enforced")
          .fix(
              port.node() instanceof YamlMapping mapping
                  ? Fixes.insertEntry("add protocol TCP", true, mapping, "protocol", "TCP")
                  : null);
    } else if (protocol != null && !protocol.open() && !protocol.value().equalsIgnoreCase("TCP")) {
      out.report(
          protocol,
          "HTTP rules need protocol TCP, not %s: the policy is stored but not enforced"
              .formatted(protocol));
    }
    if (number != null && number.is("0")) {
      out.report(number, "HTTP rules need a port, not 0: the policy is stored but not enforced");
    }
  }
}
