package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlMapping;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files of values for Cilium's chart: the values themselves, those of a chart that depends on Cilium's, under its name, or a
 * bundle of Fleet that installs it. They are known by keys that no other chart has; where the path speaks of Cilium, one
 * of them is enough.
 */
final class CiliumValueFiles {
  private static final String CILIUM = "cilium";

  /** Keys at the top that tell Cilium's chart from others. */
  private static final Set<String> ITS_OWN =
      Set.of(
          "aksbyocni",
          "autoDirectNodeRoutes",
          "bandwidthManager",
          "bgpControlPlane",
          "bpf",
          "ciliumEndpointSlice",
          "clustermesh",
          "egressGateway",
          "enableIPv4Masquerade",
          "endpointRoutes",
          "gatewayAPI",
          "hostFirewall",
          "hubble",
          "ingressController",
          "ipam",
          "ipMasqAgent",
          "ipv4NativeRoutingCIDR",
          "ipv6NativeRoutingCIDR",
          "kubeProxyReplacement",
          "l2announcements",
          "l7Proxy",
          "localRedirectPolicies",
          "nodeinit",
          "policyEnforcementMode",
          "rollOutCiliumPods",
          "routingMode",
          "socketLB",
          "tunnelProtocol");

  private CiliumValueFiles() {}

  /** Whether a document without apiVersion and kind is such a file. */
  static boolean isOne(YamlMapping root) {
    return values(root) != null;
  }

  /** The values in such a file; null for any other document. */
  static @Nullable YamlMapping values(YamlMapping root) {
    int enough = root.file().name().contains(CILIUM) ? 1 : 2;
    YamlMapping helm = Nodes.mapping(root, "helm");
    if (helm != null && CILIUM.equals(Nodes.text(helm, "chart"))) {
      return Nodes.mapping(helm, "values");
    }
    YamlMapping below = Nodes.mapping(root, CILIUM);
    if (below != null && own(below) >= enough) {
      return below;
    }
    return own(root) >= enough ? root : null;
  }

  /** How many keys are there that only Cilium's chart has. */
  private static int own(YamlMapping values) {
    int count = 0;
    for (YamlMapping.Entry entry : values.entries()) {
      String key = entry.name();
      if (key != null && ITS_OWN.contains(key)) {
        count++;
      }
    }
    return count;
  }
}
