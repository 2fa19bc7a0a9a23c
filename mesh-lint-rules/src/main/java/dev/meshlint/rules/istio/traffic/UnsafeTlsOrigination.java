package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.ClientTls;
import dev.meshlint.core.model.istio.ClientTlsMode;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.PortTrafficPolicy;
import dev.meshlint.core.model.istio.TrafficPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import java.util.List;

/** TLS towards a service whose certificate is not verified, or cannot be with what the client has. */
public final class UnsafeTlsOrigination extends MeshRule {
  public UnsafeTlsOrigination() {
    super("istio-unsafe-tls-origination");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    List<DestinationRule> rules = mesh.all(DestinationRule.class);
    boolean sidecars = !rules.isEmpty() && hasSidecars(mesh);
    for (DestinationRule rule : rules) {
      Text host = rule.host();
      if (host == null) {
        continue;
      }
      HostName read = mesh.services().read(host, rule.resource().namespace());
      boolean inCluster = read instanceof HostName.ServiceName;
      boolean forSidecars =
          !rule.selector().present() && !mesh.virtualServices().passesGateway(read);
      for (TrafficPolicy policy : rule.trafficPolicies()) {
        check(policy.tls(), inCluster, "host", out);
        checkCredential(policy.tls(), forSidecars, sidecars, "credential", out);
        for (PortTrafficPolicy port : policy.portLevelSettings()) {
          check(port.tls(), inCluster, "port", out);
          checkCredential(port.tls(), forSidecars, sidecars, "port-credential", out);
        }
      }
    }
  }

  private static boolean hasSidecars(Mesh mesh) {
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (!workload.isProxyOnly()
          && mesh.injection().of(workload).proxy() == Injection.Proxy.SIDECAR) {
        return true;
      }
    }
    return false;
  }

  private static boolean originatesTls(ClientTls tls) {
    return tls.mode() == ClientTlsMode.SIMPLE || tls.mode() == ClientTlsMode.MUTUAL;
  }

  private static void check(ClientTls tls, boolean inCluster, String level, Findings out) {
    if (!originatesTls(tls)) {
      return;
    }
    if (Boolean.TRUE.equals(tls.insecureSkipVerify())) {
      out.report(
              tls.at("insecureSkipVerify"),
              "the server's certificate is not verified: anybody on the way can answer for it")
          .as("unverified");
    } else if (inCluster && !tls.has("caCertificates") && !tls.has("credentialName")) {
      out.report(
              tls,
              "without caCertificates a service of the cluster is verified against public roots, which sign no such name: calls get 503")
          .as(level);
    }
  }

  /** Gateways read Secrets; sidecars do so only for a rule that selects its workloads. */
  private static void checkCredential(
      ClientTls tls, boolean forSidecars, boolean sidecars, String level, Findings out) {
    Text credential = tls.credentialName();
    if (credential == null || !forSidecars || !originatesTls(tls) || tls.has("caCertificates")) {
      return;
    }
    String message =
        "without workloadSelector only gateways read credentialName \"%s\": sidecars verify the server against public roots"
            .formatted(credential);
    Report report =
        sidecars
            ? out.report(credential, message)
            : out.report(credential, new Unknown<>(Why.NOT_IN_VIEW), message);
    report.as(level);
  }
}
