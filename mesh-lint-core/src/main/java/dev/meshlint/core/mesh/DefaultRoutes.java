package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The routes for all other requests of VirtualServices that share a host and a gateway. Istiod joins their routes and puts
 * those for all requests last: of two only the one of the older VirtualService is ever chosen.
 */
public final class DefaultRoutes {
  /** Of VirtualServices for one host so many are compared: more only repeat the finding. */
  private static final int COMPARED = 50;

  private final Mesh mesh;
  private final Map<Listener, List<Default>> shared = new LinkedHashMap<>();

  private record Listener(HostName host, Resource gateway) {}

  private record Default(VirtualService routes, Text host, HttpRoute route) {}

  /**
   * A default route beside that of another VirtualService.
   *
   * @param route the route
   * @param host the host that both are for
   * @param other the route of the other VirtualService
   */
  public record Rival(HttpRoute route, Text host, HttpRoute other) {}

  private DefaultRoutes(Mesh mesh) {
    this.mesh = mesh;
  }

  /** The default routes of VirtualServices that are plainly applied together, at most one rival for each host. */
  public static List<Rival> rivals(Mesh mesh) {
    DefaultRoutes routes = new DefaultRoutes(mesh);
    mesh.all(VirtualService.class).forEach(routes::add);
    List<Rival> rivals = new ArrayList<>();
    routes.shared.values().forEach(defaults -> routes.addRivals(defaults, rivals));
    return rivals;
  }

  private void add(VirtualService routes) {
    HttpRoute route = defaultRoute(routes);
    if (route == null || mesh.nearness().isAlternative(routes.resource())) {
      return;
    }
    NamespaceRef own = routes.resource().namespace();
    for (GatewayBinding binding : mesh.gateways().bindings(routes)) {
      for (View gateway : binding.gateways()) {
        for (Text host : routes.hosts()) {
          Listener listener =
              new Listener(mesh.services().read(host, own), gateway.resource());
          if (!host.open() && !mesh.nearness().isAlternative(gateway.resource())) {
            shared
                .computeIfAbsent(listener, any -> new ArrayList<>(1))
                .add(new Default(routes, host, route));
          }
        }
      }
    }
  }

  private static @Nullable HttpRoute defaultRoute(VirtualService routes) {
    MatchCoverage coverage = new MatchCoverage(routes.gateways());
    for (HttpRoute route : routes.http()) {
      if (route.isOpen("match") || route.delegate().present()) {
        return null;
      }
      if (route.match().isEmpty()) {
        return route;
      }
      for (HttpMatch match : route.match()) {
        if (coverage.takesAll(match)) {
          return route;
        }
      }
    }
    return null;
  }

  private void addRivals(List<Default> defaults, List<Rival> rivals) {
    for (Default one : defaults) {
      for (Default other : defaults.subList(0, Math.min(defaults.size(), COMPARED))) {
        if (one.routes().resource() != other.routes().resource()
            && mesh.nearness().appliedTogether(one.routes().resource(), other.routes().resource())) {
          rivals.add(new Rival(one.route(), one.host(), other.route()));
          break;
        }
      }
    }
  }
}
