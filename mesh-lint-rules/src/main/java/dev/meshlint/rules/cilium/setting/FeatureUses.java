package dev.meshlint.rules.cilium.setting;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumBGPClusterConfig;
import dev.meshlint.core.model.cilium.CiliumEgressGatewayPolicy;
import dev.meshlint.core.model.cilium.CiliumEnvoyConfig;
import dev.meshlint.core.model.cilium.CiliumL2AnnouncementPolicy;
import dev.meshlint.core.model.cilium.CiliumLocalRedirectPolicy;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.kubernetes.Ingress;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds what needs a feature of Cilium. */
final class FeatureUses {
  private static final Set<String> PROTOCOLS =
      Set.of("VRRP", "IGMP", "GRE", "IPIP", "IPV6", "ESP", "AH");

  private final Mesh mesh;
  private final BiConsumer<Feature, Located> found;

  private FeatureUses(Mesh mesh, BiConsumer<Feature, Located> found) {
    this.mesh = mesh;
    this.found = found;
  }

  /** Tells of every use with its place. */
  static void find(Mesh mesh, BiConsumer<Feature, Located> found) {
    FeatureUses uses = new FeatureUses(mesh, found);
    mesh.ciliumPolicies().rules().forEach(uses::addRule);
    uses.addAll(CiliumLocalRedirectPolicy.class, Feature.LOCAL_REDIRECT);
    uses.addAll(CiliumEgressGatewayPolicy.class, Feature.EGRESS_GATEWAY);
    uses.addAll(CiliumL2AnnouncementPolicy.class, Feature.L2_ANNOUNCEMENTS);
    uses.addAll(CiliumL2AnnouncementPolicy.class, Feature.KUBE_PROXY_REPLACEMENT);
    uses.addAll(CiliumBGPClusterConfig.class, Feature.BGP);
    uses.addAll(CiliumEnvoyConfig.class, Feature.ENVOY_CONFIG);
    for (Ingress ingress : mesh.all(Ingress.class)) {
      if (mesh.cilium().proxies().serves(ingress)) {
        found.accept(Feature.INGRESS, ingress.at("kind"));
      }
    }
    for (Gateway gateway : mesh.all(Gateway.class)) {
      if (mesh.cilium().proxies().serves(gateway)) {
        found.accept(Feature.GATEWAY_API, gateway.spec().at("gatewayClassName"));
      }
    }
  }

  private <V extends View> void addAll(Class<V> type, Feature feature) {
    mesh.all(type).forEach(object -> found.accept(feature, object.at("kind")));
  }

  private void addRule(PolicyRule rule) {
    if (rule.isForNodes()) {
      found.accept(Feature.HOST_FIREWALL, rule.key("nodeSelector"));
    }
    if (rule.has("enableDefaultDeny")) {
      found.accept(Feature.DEFAULT_DENY, rule.key("enableDefaultDeny"));
    }
    for (TrafficRule entry : rule.traffic()) {
      addEntry(entry);
    }
  }

  private void addEntry(TrafficRule entry) {
    if (entry.has("icmps")) {
      found.accept(Feature.ICMP, entry.key("icmps"));
    }
    if (!entry.nodes().isEmpty()) {
      found.accept(Feature.NODE_LABELS, entry.key(entry.peerKey("Nodes")));
    }
    Text mode = entry.authenticationMode();
    if (mode != null && mode.is("required")) {
      found.accept(Feature.AUTHENTICATION, mode);
    }
    for (PortRule ports : entry.toPorts()) {
      if (!entry.isDeny() && (ports.rules().has("http") || ports.rules().has("dns"))) {
        found.accept(Feature.L7_PROXY, ports.key("rules"));
      }
      for (PortProtocol port : ports.ports()) {
        Text protocol = port.protocol();
        if (protocol != null && PROTOCOLS.contains(protocol.value())) {
          found.accept(Feature.PROTOCOLS, protocol);
        }
      }
    }
  }
}
