package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.Set;

/** HTTP rules on a port that carries TLS, which Cilium cannot look into. */
public final class HttpRuleOnTlsPort extends MeshRule {
  private static final Set<String> TLS = Set.of("443", "6443", "8443", "9443", "https", "tls");

  public HttpRuleOnTlsPort() {
    super("cilium-http-rule-on-tls-port");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      for (PortRule ports : entry.toPorts()) {
        if (!entry.isDeny()
            && !ports.rules().http().isEmpty()
            && !ports.has("terminatingTLS")
            && !ports.has("listener")) {
          ports.ports().forEach(port -> check(port, out));
        }
      }
    }
  }

  private static void check(PortProtocol port, Findings out) {
    Text number = port.port();
    if (number != null && TLS.contains(number.value())) {
      out.report(
              number,
              "HTTP rules on port %s without \"terminatingTLS\": Cilium cannot read what is encrypted and drops it"
                  .formatted(number))
          .help("terminate TLS at Cilium, or allow the server name with \"serverNames\"");
    }
  }
}
