package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** An HTTP route without a timeout: Istio sets none by default. */
public final class MissingTimeout extends ResourceRule<VirtualService> {
  public MissingTimeout() {
    super("istio-missing-timeout", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    for (HttpRoute route : routes.http()) {
      if (!route.route().isEmpty() && !route.has("timeout")) {
        out.report(route, "the route has no timeout: callers wait as long as the service hangs");
      }
    }
  }
}
