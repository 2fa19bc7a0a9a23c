package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.CiliumLabels;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.cilium.CiliumBGPClusterConfig;
import dev.meshlint.core.model.cilium.CiliumBGPPeerConfig;
import dev.meshlint.core.model.cilium.CiliumEgressGatewayPolicy;
import dev.meshlint.core.model.cilium.CiliumEnvoyConfig;
import dev.meshlint.core.model.cilium.CiliumL2AnnouncementPolicy;
import dev.meshlint.core.model.cilium.CiliumLoadBalancerIPPool;
import dev.meshlint.core.model.cilium.CiliumLocalRedirectPolicy;
import dev.meshlint.core.model.cilium.EgressClients;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A selector that can match nothing, because its requirements exclude each other. */
public final class ContradictorySelector extends MeshRule {
  public ContradictorySelector() {
    super("cilium-contradictory-selector");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      check(rule.subject(), out);
      for (TrafficRule entry : rule.traffic()) {
        entry.endpoints().forEach(selector -> check(selector, out));
        entry.nodes().forEach(selector -> check(selector, out));
        entry.cidrSet().forEach(range -> check(range.cidrGroupSelector(), out));
        if (entry instanceof EgressRule egress) {
          egress.toServices().forEach(service -> check(service.selector(), out));
        }
      }
    }
    checkRoutes(mesh, out);
    checkAddresses(mesh, out);
  }

  private static void checkRoutes(Mesh mesh, Findings out) {
    for (CiliumLocalRedirectPolicy policy : mesh.all(CiliumLocalRedirectPolicy.class)) {
      check(policy.backendSelector(), out);
    }
    for (CiliumEgressGatewayPolicy policy : mesh.all(CiliumEgressGatewayPolicy.class)) {
      for (EgressClients clients : policy.selectors()) {
        check(clients.podSelector(), out);
        check(clients.namespaceSelector(), out);
        check(clients.nodeSelector(), out);
      }
      check(policy.egressGateway().nodeSelector(), out);
      policy.egressGateways().forEach(gateway -> check(gateway.nodeSelector(), out));
    }
    mesh.all(CiliumEnvoyConfig.class).forEach(config -> check(config.nodeSelector(), out));
  }

  private static void checkAddresses(Mesh mesh, Findings out) {
    mesh.all(CiliumLoadBalancerIPPool.class).forEach(pool -> check(pool.serviceSelector(), out));
    for (CiliumL2AnnouncementPolicy policy : mesh.all(CiliumL2AnnouncementPolicy.class)) {
      check(policy.serviceSelector(), out);
      check(policy.nodeSelector(), out);
    }
    mesh.all(CiliumBGPClusterConfig.class).forEach(config -> check(config.nodeSelector(), out));
    for (CiliumBGPPeerConfig config : mesh.all(CiliumBGPPeerConfig.class)) {
      config.advertisementSelectors().forEach(selector -> check(selector, out));
    }
  }

  private static void check(LabelSelector selector, Findings out) {
    String key = CiliumLabels.contradiction(selector);
    if (key != null) {
      out.report(
          selector,
          "what is asked of label \"%s\" excludes itself: the selector matches nothing"
              .formatted(key));
    }
  }
}
