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
    switch (kind) {
      case "CiliumNetworkPolicy":
        return new CiliumNetworkPolicy(at);
      case "CiliumClusterwideNetworkPolicy":
        return new CiliumClusterwideNetworkPolicy(at);
      case "CiliumCIDRGroup":
        return new CiliumCIDRGroup(at);
      case "CiliumEgressGatewayPolicy":
        return new CiliumEgressGatewayPolicy(at);
      case "CiliumLocalRedirectPolicy":
        return new CiliumLocalRedirectPolicy(at);
      case "CiliumLoadBalancerIPPool":
        return new CiliumLoadBalancerIPPool(at);
      case "CiliumL2AnnouncementPolicy":
        return new CiliumL2AnnouncementPolicy(at);
      case "CiliumBGPClusterConfig":
        return new CiliumBGPClusterConfig(at);
      case "CiliumBGPPeerConfig":
        return new CiliumBGPPeerConfig(at);
      case "CiliumBGPAdvertisement":
        return new CiliumBGPAdvertisement(at);
      case "CiliumBGPNodeConfigOverride":
        return new CiliumBGPNodeConfigOverride(at);
      case "CiliumPodIPPool":
        return new CiliumPodIPPool(at);
      case "CiliumEnvoyConfig", "CiliumClusterwideEnvoyConfig":
        return new CiliumEnvoyConfig(at);
      default:
        return null;
    }
  }
}
