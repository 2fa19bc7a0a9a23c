package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The namespaces of the proxies that carry out the routes of a VirtualService: sidecars of those that see it, and proxies of
 * its gateways. What a route leads to must be visible to them, not to the VirtualService.
 */
public final class RouteClients {
  private final Mesh mesh;
  private final Set<NamespaceRef> namespaces = new LinkedHashSet<>();

  private RouteClients(Mesh mesh) {
    this.mesh = mesh;
  }

  /**
   * The namespaces; that of the VirtualService as an example of all where every sidecar sees it, and an unknown one for a
   * gateway whose proxies are not in view.
   */
  public static List<NamespaceRef> of(VirtualService routes, Mesh mesh) {
    RouteClients clients = new RouteClients(mesh);
    if (routes.hosts().isEmpty() && !routes.spec().has("gateways")) {
      List<VirtualService> roots = mesh.virtualServices().roots(routes);
      roots.forEach(clients::add);
      if (roots.isEmpty()) {
        boolean closed = mesh.settings().world() == World.CLOSED;
        clients.namespaces.addAll(closed ? sidecars(routes) : List.of(NamespaceRef.OPEN));
      }
    } else {
      clients.add(routes);
    }
    return List.copyOf(clients.namespaces);
  }

  /**
   * Which service a destination is for clients: found where one of them sees it.
   *
   * @param host the host of the destination
   * @param clients their namespaces
   */
  public static Answer<MeshService> destination(Text host, List<NamespaceRef> clients, Mesh mesh) {
    ServiceRegistry services = mesh.services();
    HostName read = services.read(host, host.resource().namespace());
    Answer<MeshService> answer = Answer.unknown(Answer.Why.PLACEHOLDER);
    for (NamespaceRef client : clients) {
      answer = services.resolve(read, host.value(), client);
      if (answer.isFound()) {
        return answer;
      }
    }
    return answer;
  }

  private void add(VirtualService routes) {
    if (Gateways.appliesToMesh(routes)) {
      namespaces.addAll(sidecars(routes));
    }
    for (GatewayBinding binding : mesh.gateways().bindings(routes)) {
      List<NamespaceRef> proxies = proxies(binding);
      namespaces.addAll(proxies.isEmpty() ? List.of(NamespaceRef.OPEN) : proxies);
    }
  }

  private static List<NamespaceRef> sidecars(VirtualService routes) {
    NamespaceRef own = routes.resource().namespace();
    List<NamespaceRef> clients = new ArrayList<>();
    for (Text target : routes.exportTo()) {
      if (target.open() || target.is("*") || target.is(".") || target.is("~")) {
        return List.of(own);
      }
      clients.add(NamespaceRef.named(target.value()));
    }
    return clients.isEmpty() ? List.of(own) : clients;
  }

  /** Those of the Gateway API run beside their Gateway, unless they are made by hand. */
  private List<NamespaceRef> proxies(GatewayBinding binding) {
    List<NamespaceRef> proxies = new ArrayList<>();
    for (MeshWorkload proxy : mesh.gateways().proxies(binding)) {
      proxies.add(proxy.namespace());
    }
    for (View view : binding.gateways()) {
      if (view instanceof Gateway gateway && gateway.addresses().isEmpty()) {
        proxies.add(gateway.resource().namespace());
      }
    }
    return proxies;
  }
}
