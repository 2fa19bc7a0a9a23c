package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.mesh.LinkerdRoutes;
import dev.meshlint.core.mesh.LinkerdRoutes.Parent;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A route, or a setting of requests, on a Service that has no address of its own. */
public final class RouteOnHeadlessService extends MeshRule {
  public RouteOnHeadlessService() {
    super("linkerd-route-on-headless-service");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        if (view instanceof Route route && mesh.linkerd().routes().isLinkerds(route)) {
          checkRoute(route, mesh, out);
        } else if (view instanceof Service service && kind(service) != null) {
          checkSettings(service, out);
        }
      }
    }
  }

  private static void checkRoute(Route route, Mesh mesh, Findings out) {
    for (Reference reference : route.parentRefs()) {
      Text name = reference.name();
      if (LinkerdRoutes.parent(reference, route) != Parent.SERVICE || name == null || name.open()) {
        continue;
      }
      List<MeshService> services =
          mesh.linkerd()
              .routes()
              .service(name.value(), LinkerdRoutes.namespace(reference))
              .values();
      String kind = null;
      for (MeshService service : services) {
        Service view = service.kubernetes();
        kind = view == null ? null : kind(view);
        if (kind == null) {
          break;
        }
      }
      if (kind != null) {
        out.report(
                name,
                "Service \"%s\" is %s: Linkerd does not accept the route".formatted(name, kind))
            .as("route")
            .related(services.get(0), "the Service");
      }
    }
  }

  private static void checkSettings(Service service, Findings out) {
    for (Named<Text> annotation : service.metadata().annotations()) {
      String key = annotation.name();
      if (key.startsWith("retry.linkerd.io/")
          || key.startsWith("timeout.linkerd.io/")
          || key.startsWith("balancer.linkerd.io/")) {
        out.report(
                annotation.key(),
                "the Service is %s: \"%s\" has no effect".formatted(kind(service), key))
            .as("setting");
      }
    }
  }

  private static @Nullable String kind(Service service) {
    return service.isHeadless()
        ? "headless"
        : service.isExternalName() ? "but a name for another host" : null;
  }
}
