package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every HTTP route has a condition: requests that meet none get 404. */
public final class MissingDefaultRoute extends ResourceRule<VirtualService> {
  public MissingDefaultRoute() {
    super("istio-missing-default-route", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    List<HttpRoute> http = routes.http();
    if (http.isEmpty()
        || routes.hosts().isEmpty()
        || mesh.virtualServices().sharesHost(routes)
        || hasDefault(http, routes.gateways())) {
      return;
    }
    out.report(
        routes.spec().key("http"),
        "every route has a condition: requests that meet none of them get 404");
  }

  /** Whether some route takes everything, or at each of the gateways one takes all of a port. */
  private static boolean hasDefault(List<HttpRoute> routes, List<Text> gateways) {
    Set<String> without = new HashSet<>();
    gateways.forEach(gateway -> without.add(gateway.value()));
    for (HttpRoute route : routes) {
      List<HttpMatch> matches = route.match();
      if (matches.isEmpty()) {
        return true;
      }
      for (HttpMatch match : matches) {
        if (match.matchesAll()) {
          return true;
        }
        if (match.matchesAllAtPort()) {
          match.gateways().forEach(gateway -> without.remove(gateway.value()));
        }
      }
    }
    return !gateways.isEmpty() && without.isEmpty();
  }
}
