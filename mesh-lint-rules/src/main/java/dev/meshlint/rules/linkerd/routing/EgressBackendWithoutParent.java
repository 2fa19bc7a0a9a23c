package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.LinkerdPolicies;
import dev.meshlint.core.mesh.LinkerdRoutes;
import dev.meshlint.core.mesh.LinkerdRoutes.Parent;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.BackendReference;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteBackend;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** A route that sends traffic to an EgressNetwork which is not its parent. */
public final class EgressBackendWithoutParent extends MeshRule {
  public EgressBackendWithoutParent() {
    super("linkerd-egress-backend-without-parent");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        if (view instanceof Route route) {
          check(route, out);
        }
      }
    }
  }

  private static void check(Route route, Findings out) {
    for (RouteBackend routed : route.backends()) {
      BackendReference backend = routed.backend();
      Text name = backend.name();
      if (routed.role() == RouteBackend.Role.BACKEND
          && name != null
          && !name.open()
          && backend.isTo(LinkerdPolicies.GROUP, "EgressNetwork", "", "Service")
          && !hasParent(route, backend, name)) {
        out.report(
            backend,
            "EgressNetwork \"%s\" can only be the backend of a route whose parent it is: the backend is invalid and its requests fail"
                .formatted(name));
      }
    }
  }

  private static boolean hasParent(Route route, BackendReference backend, Text name) {
    for (Reference reference : route.parentRefs()) {
      Text parent = reference.name();
      if (LinkerdRoutes.parent(reference, route) == Parent.EGRESS_NETWORK
          && parent != null
          && (parent.open()
              || (parent.value().equals(name.value())
                  && LinkerdRoutes.namespace(reference).same(LinkerdRoutes.namespace(backend))
                      != Same.NO))) {
        return true;
      }
    }
    return false;
  }
}
