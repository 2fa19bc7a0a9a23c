package dev.meshlint.core.model.kinds;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumBGPAdvertisement;
import dev.meshlint.core.model.cilium.CiliumBGPClusterConfig;
import dev.meshlint.core.model.cilium.CiliumBGPNodeConfigOverride;
import dev.meshlint.core.model.cilium.CiliumBGPPeerConfig;
import dev.meshlint.core.model.cilium.CiliumCIDRGroup;
import dev.meshlint.core.model.cilium.CiliumClusterwideNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumEgressGatewayPolicy;
import dev.meshlint.core.model.cilium.CiliumEnvoyConfig;
import dev.meshlint.core.model.cilium.CiliumL2AnnouncementPolicy;
import dev.meshlint.core.model.cilium.CiliumLoadBalancerIPPool;
import dev.meshlint.core.model.cilium.CiliumLocalRedirectPolicy;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumPodIPPool;
import org.jspecify.annotations.Nullable;

/** Views on the kinds of Cilium. */
final class CiliumViews {
  private CiliumViews() {}

  static @Nullable Located create(String kind, View.At at) {
    return switch (kind) {
      case "CiliumNetworkPolicy" -> new CiliumNetworkPolicy(at);
      case "CiliumClusterwideNetworkPolicy" -> new CiliumClusterwideNetworkPolicy(at);
      case "CiliumCIDRGroup" -> new CiliumCIDRGroup(at);
      case "CiliumEgressGatewayPolicy" -> new CiliumEgressGatewayPolicy(at);
      case "CiliumLocalRedirectPolicy" -> new CiliumLocalRedirectPolicy(at);
      case "CiliumLoadBalancerIPPool" -> new CiliumLoadBalancerIPPool(at);
      case "CiliumL2AnnouncementPolicy" -> new CiliumL2AnnouncementPolicy(at);
      case "CiliumBGPClusterConfig" -> new CiliumBGPClusterConfig(at);
      case "CiliumBGPPeerConfig" -> new CiliumBGPPeerConfig(at);
      case "CiliumBGPAdvertisement" -> new CiliumBGPAdvertisement(at);
      case "CiliumBGPNodeConfigOverride" -> new CiliumBGPNodeConfigOverride(at);
      case "CiliumPodIPPool" -> new CiliumPodIPPool(at);
      case "CiliumEnvoyConfig", "CiliumClusterwideEnvoyConfig" -> new CiliumEnvoyConfig(at);
      default -> null;
    };
  }
}
