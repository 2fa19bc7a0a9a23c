package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.L7Rules;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/** Rules for requests on a port that is not exactly TCP, or on none: the agent refuses the policy. */
public final class L7RuleWithoutTcp extends MeshRule {
  public L7RuleWithoutTcp() {
    super("cilium-l7-rule-without-tcp");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      if (!entry.isDeny()) {
        for (PortRule ports : entry.toPorts()) {
          for (PortProtocol port : ports.ports()) {
            if (ports.rules().has("http")) {
              checkProtocol(port, out);
            }
            checkPort(port.port(), ports.rules(), out);
          }
        }
      }
    }
  }

  private static void checkPort(@Nullable Text number, L7Rules rules, Findings out) {
    String kind = rules.has("http") ? "HTTP" : rules.has("dns") ? "DNS" : null;
    if (kind != null && number != null && number.is("0")) {
      out.report(
          number,
          "%s rules need a port, not 0: the policy is stored but not enforced".formatted(kind));
    }
  }

  private static void checkProtocol(PortProtocol port, Findings out) {
    Text protocol = port.protocol();
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
  }
}
