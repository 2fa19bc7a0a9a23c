package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.value.Hosts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A VirtualService bound to one of its gateways.
 *
 * @param reference the gateway as the VirtualService names it
 * @param gateways the definitions of it that are applied with the VirtualService, Istio's or of the Gateway API; empty where
 *     it is not in view
 * @param hosts the hosts of each of these
 */
public record GatewayBinding(Text reference, List<View> gateways, List<ServedHosts> hosts) {
  /** Makes the lists unmodifiable. */
  public GatewayBinding {
    gateways = List.copyOf(gateways);
    hosts = List.copyOf(hosts);
  }

  /** Whether the gateway is in view. */
  public boolean isResolved() {
    return !gateways.isEmpty();
  }

  /**
   * Whether the gateway serves a host of the VirtualService.
   *
   * @param host the host as written; a short name stands for the service in the VirtualService's namespace
   * @param services the services
   */
  public Same serves(Text host, ServiceRegistry services) {
    NamespaceRef own = host.resource().namespace();
    String full = host.value();
    if (Hosts.isShortName(full)) {
      full = services.qualified(full, own);
    }
    if (host.open() || (Hosts.isShortName(host.value()) && !own.isNamed())) {
      return Same.MAYBE;
    }
    Same answer = Same.NO;
    for (ServedHosts served : hosts) {
      Same here = served.serves(full, own);
      if (here == Same.YES) {
        return Same.YES;
      }
      answer = here == Same.MAYBE ? here : answer;
    }
    return hosts.isEmpty() ? Same.MAYBE : answer;
  }

  /** The hosts that the gateway serves, by what stands after the namespace, in the order of the files. */
  public Map<String, ServerHost> offered() {
    Map<String, ServerHost> offered = new LinkedHashMap<>();
    for (ServedHosts served : hosts) {
      served.all().forEach(host -> offered.putIfAbsent(host.host(), host));
    }
    return offered;
  }
}
