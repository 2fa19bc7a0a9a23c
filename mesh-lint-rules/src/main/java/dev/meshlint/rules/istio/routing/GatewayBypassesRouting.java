package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.VirtualServices;
import dev.meshlint.core.mesh.VirtualServices.Owner;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.RouteDestination;
import dev.meshlint.core.model.istio.RoutedDestination;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import org.jspecify.annotations.Nullable;

/** A gateway sends traffic to a whole service although a VirtualService for sidecars chooses among its subsets. */
public final class GatewayBypassesRouting extends ResourceRule<VirtualService> {
  public GatewayBypassesRouting() {
    super("istio-gateway-bypasses-routing", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    if (Gateways.appliesToMesh(routes) || isForTheWayOut(routes)) {
      return;
    }
    for (HttpRoute route : routes.http()) {
      for (RouteDestination share : route.route()) {
        Text host = share.destination().host();
        if (host != null && !share.destination().has("subset")) {
          VirtualService other = choosing(host, routes, mesh);
          if (other != null) {
            out.report(
                    host,
                    "all of \"%s\" gets this traffic: the subsets that %s chooses are for sidecars, not for gateways"
                        .formatted(host, other.resource().title()))
                .related(other, "the VirtualService for sidecars");
          }
        }
      }
    }
  }

  /** On the way out sidecars choose, and the gateway sends to a host outside. */
  private static boolean isForTheWayOut(VirtualService routes) {
    for (Text gateway : routes.gateways()) {
      if (gateway.value().contains("egress")) {
        return true;
      }
    }
    return false;
  }

  /** The VirtualService that routes this service for sidecars only, by subsets; null where there is none. */
  private static @Nullable VirtualService choosing(Text host, VirtualService routes, Mesh mesh) {
    HostName name = mesh.services().read(host, routes.resource().namespace());
    if (!(name instanceof HostName.ServiceName) || host.open()) {
      return null;
    }
    for (Owner owner : mesh.virtualServices().owners(name)) {
      VirtualService other = owner.routes();
      if (VirtualServices.same(owner.host(), name) == Same.YES
          && Gateways.appliesToMesh(other)
          && mesh.nearness().mayMeet(routes.resource(), other.resource())
          && choosesSubset(other, name, mesh)) {
        return other;
      }
    }
    return null;
  }

  private static boolean choosesSubset(VirtualService routes, HostName name, Mesh mesh) {
    for (RoutedDestination routed : routes.destinations()) {
      Text host = routed.destination().host();
      if (host != null
          && routed.from() instanceof HttpRoute
          && routed.destination().has("subset")
          && VirtualServices.same(mesh.services().read(host, routes.resource().namespace()), name)
              == Same.YES) {
        return true;
      }
    }
    return false;
  }
}
