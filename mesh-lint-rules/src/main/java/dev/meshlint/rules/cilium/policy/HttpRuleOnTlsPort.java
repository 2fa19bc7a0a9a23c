package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.PortEncryption;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import java.util.Set;

/** HTTP rules on a port that carries TLS, which Cilium cannot look into. */
public final class HttpRuleOnTlsPort extends MeshRule {
  private static final Set<String> TLS = Set.of("443", "6443", "8443", "9443");

  public HttpRuleOnTlsPort() {
    super("cilium-http-rule-on-tls-port");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      if (rule.traffic().stream().anyMatch(HttpRuleOnTlsPort::readsRequests)) {
        SelectedPods.forEachEntry(
            rule,
            mesh,
            (entry, pods) -> {
              for (PortRule ports : entry.toPorts()) {
                if (!entry.isDeny() && readsRequests(ports)) {
                  ports.ports().forEach(port -> check(port, entry, pods, mesh, out));
                }
              }
            });
      }
    }
  }

  private static boolean readsRequests(TrafficRule entry) {
    return entry.toPorts().stream().anyMatch(HttpRuleOnTlsPort::readsRequests);
  }

  /** Whether ports have rules for requests and nothing that ends TLS, or says that it should. */
  private static boolean readsRequests(PortRule ports) {
    return !ports.rules().http().isEmpty()
        && !ports.has("terminatingTLS")
        && !ports.has("originatingTLS")
        && !ports.has("serverNames")
        && !ports.has("listener");
  }

  private static void check(
      PortProtocol port, TrafficRule entry, List<CiliumSelection> pods, Mesh mesh, Findings out) {
    Text number = port.port();
    if (number == null || number.open()) {
      return;
    }
    List<MeshWorkload> selected =
        pods.isEmpty() ? List.of() : SelectedPods.find(entry.resource(), pods, mesh);
    Same encrypted = mesh.workloadPorts().encryption().of(selected, number);
    boolean meant = TLS.contains(number.value()) || PortEncryption.of(number.value()) == Same.YES;
    if (encrypted == Same.YES || (meant && encrypted != Same.NO)) {
      out.report(
              number,
              "HTTP rules on port %s without \"terminatingTLS\": Cilium cannot read what is encrypted and drops it"
                  .formatted(number))
          .help("terminate TLS at Cilium, or allow the server name with \"serverNames\"");
    }
  }
}
