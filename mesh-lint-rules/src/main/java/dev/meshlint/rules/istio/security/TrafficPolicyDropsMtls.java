package dev.meshlint.rules.istio.security;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.ClientTls;
import dev.meshlint.core.model.istio.ClientTlsMode;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.MtlsMode;
import dev.meshlint.core.model.istio.PeerAuthentication;
import dev.meshlint.core.model.istio.PortTrafficPolicy;
import dev.meshlint.core.model.istio.Subset;
import dev.meshlint.core.model.istio.TrafficPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A traffic policy without TLS takes the place of one that has it. */
public final class TrafficPolicyDropsMtls extends MeshRule {
  public TrafficPolicyDropsMtls() {
    super("istio-traffic-policy-drops-mtls");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    mesh.all(DestinationRule.class).forEach(rule -> check(rule, mesh, out));
    Located off = mesh.configuration().autoMtlsOff();
    if (off != null) {
      mesh.all(PeerAuthentication.class).forEach(policy -> check(policy, off, mesh, out));
    }
  }

  private static void check(PeerAuthentication policy, Located off, Mesh mesh, Findings out) {
    if (policy.mtls().mode() == MtlsMode.STRICT
        && policy.selector().selectsAll()
        && !mesh.mutualTls().isSetForAllOf(policy.resource().namespace())) {
      out.report(
              policy.mtls().at("mode"),
              "STRICT while automatic mutual TLS is off, and no DestinationRule for all of these services sets ISTIO_MUTUAL: calls in plain text get 503")
          .as("strict")
          .related(off, "automatic mutual TLS is off");
    }
  }

  private static void check(DestinationRule rule, Mesh mesh, Findings out) {
    boolean automatic = mesh.configuration().autoMtlsOff() == null;
    TrafficPolicy whole = rule.trafficPolicy();
    checkPorts(whole, whole.tls(), automatic, out);
    for (Subset subset : rule.subsets()) {
      TrafficPolicy own = subset.trafficPolicy();
      checkPorts(own, own.tls().present() ? own.tls() : whole.tls(), automatic, out);
    }
    Located wider = rule.tls().isEmpty() ? mesh.mutualTls().widerMutual(rule) : null;
    if (wider != null) {
      Located place = whole.present() ? whole : rule.spec();
      out.report(
              place,
              "this rule takes the place of a wider one with ISTIO_MUTUAL and says nothing of TLS: "
                  + (automatic
                      ? "only automatic mutual TLS is left"
                      : "calls to \"%s\" are sent in plain text".formatted(rule.host())))
          .as(automatic ? "host-automatic" : "host")
          .related(wider, "the wider one");
    }
  }

  private static void checkPorts(
      TrafficPolicy policy, ClientTls inherited, boolean automatic, Findings out) {
    boolean mutual = inherited.mode() == ClientTlsMode.ISTIO_MUTUAL;
    boolean secure =
        inherited.present()
            && inherited.mode() != ClientTlsMode.DISABLE
            && inherited.mode() != ClientTlsMode.UNKNOWN;
    if (!secure || (mutual && automatic)) {
      return;
    }
    for (PortTrafficPolicy port : policy.portLevelSettings()) {
      if (!port.has("tls")) {
        out.report(
                port,
                "settings of a port take the place of all others: without \"tls\" this port is sent to in plain text, not with %s"
                    .formatted(inherited.mode()))
            .as("port")
            .related(inherited, "does not hold for this port");
      }
    }
  }
}
