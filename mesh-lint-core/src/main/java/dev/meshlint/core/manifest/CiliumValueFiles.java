package dev.meshlint.core.manifest;

import dev.meshlint.core.source.Locations;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files of values for Cilium's chart: the values themselves, those of a chart that depends on Cilium's, under its name, or a
 * bundle of Fleet that installs it. They are known by keys that hardly another chart has; where the file or its folder is
 * called after Cilium, one of them is enough.
 */
final class CiliumValueFiles {
  private static final String CILIUM = "cilium";

  /** Keys at the top that no other chart has. */
  private static final Set<String> ITS_OWN =
      Set.of(
          "aksbyocni",
          "autoDirectNodeRoutes",
          "bandwidthManager",
          "bgpControlPlane",
          "ciliumEndpointSlice",
          "clustermesh",
          "enableIPv4Masquerade",
          "endpointRoutes",
          "hostFirewall",
          "hubble",
          "ipMasqAgent",
          "ipv4NativeRoutingCIDR",
          "ipv6NativeRoutingCIDR",
          "kubeProxyReplacement",
          "l2announcements",
          "l7Proxy",
          "localRedirectPolicies",
          "policyEnforcementMode",
          "rollOutCiliumPods",
          "routingMode",
          "socketLB",
          "tunnelProtocol");

  /** Keys at the top that other charts have too. */
  private static final Set<String> SHARED =
      Set.of("bpf", "egressGateway", "gatewayAPI", "ingressController", "ipam", "nodeinit");

  private CiliumValueFiles() {}

  /** Whether a document without apiVersion and kind is such a file. */
  static boolean isOne(YamlMapping root) {
    return values(root) != null;
  }

  /** The values in such a file; null for any other document. */
  static @Nullable YamlMapping values(YamlMapping root) {
    YamlMapping helm = Nodes.mapping(root, "helm");
    if (helm != null && CILIUM.equals(Nodes.text(helm, "chart"))) {
      return Nodes.mapping(helm, "values");
    }
    boolean named = isNamed(root.file().name());
    YamlMapping below = Nodes.mapping(root, CILIUM);
    if (below != null && isMeant(below, named)) {
      return below;
    }
    return isMeant(root, named) ? root : null;
  }

  private static boolean isNamed(String file) {
    String folder = Locations.lastName(Locations.folder(file));
    return Locations.lastName(file).contains(CILIUM) || folder.contains(CILIUM);
  }

  private static boolean isMeant(YamlMapping values, boolean named) {
    int own = 0;
    int shared = 0;
    for (YamlMapping.Entry entry : values.entries()) {
      String key = entry.name();
      own += key != null && ITS_OWN.contains(key) ? 1 : 0;
      shared += key != null && SHARED.contains(key) ? 1 : 0;
    }
    return named ? own + shared > 0 : own > 0 && own + shared > 1;
  }
}
