package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.ClientTls;
import dev.meshlint.core.model.istio.ClientTlsMode;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.PortTrafficPolicy;
import dev.meshlint.core.model.istio.TrafficPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** TLS towards a service whose certificate is not verified, or cannot be with the roots that are used. */
public final class UnsafeTlsOrigination extends ResourceRule<DestinationRule> {
  public UnsafeTlsOrigination() {
    super("istio-unsafe-tls-origination", DestinationRule.class);
  }

  @Override
  public void check(DestinationRule rule, Mesh mesh, Findings out) {
    boolean inCluster =
        rule.host() != null
            && mesh.services().read(rule.host(), rule.resource().namespace())
                instanceof HostName.ServiceName;
    for (TrafficPolicy policy : rule.trafficPolicies()) {
      check(policy.tls(), inCluster, "host", out);
      for (PortTrafficPolicy port : policy.portLevelSettings()) {
        check(port.tls(), inCluster, "port", out);
      }
    }
  }

  private static void check(ClientTls tls, boolean inCluster, String level, Findings out) {
    if (tls.mode() != ClientTlsMode.SIMPLE && tls.mode() != ClientTlsMode.MUTUAL) {
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
}
