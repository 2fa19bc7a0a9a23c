package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.HttpRouteMatch;
import dev.meshlint.core.model.gatewayapi.HttpRouteRule;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.model.linkerd.AuthorizationPolicy;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import java.util.List;

/**
 * Whether the kubelet's probes pass a Server that has routes: it has no identity, and with routes nothing is let through of
 * itself. Source: Linkerd's reference of authorization policy.
 */
public final class LinkerdProbes {
  private LinkerdProbes() {}

  /**
   * Whether a route of a Server may take a probe and admit it.
   *
   * @param path the path of the probe, with its query
   * @param server the Server of the probed port
   */
  public static boolean pass(String path, Server server, LinkerdPolicies policies) {
    boolean all = mayAdmit(policies.ofServer(server));
    for (Route route : policies.routes(server)) {
      if (mayTake(path, route) && (all || mayAdmit(policies.authorizing(route)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of these policies may admit clients without an identity. */
  private static boolean mayAdmit(List<? extends View> policies) {
    for (View view : policies) {
      if (view instanceof AuthorizationPolicy policy) {
        boolean identity = false;
        for (Reference reference : policy.requiredAuthenticationRefs()) {
          identity |= !reference.isTo(LinkerdPolicies.GROUP, "NetworkAuthentication", "", "");
        }
        if (!identity) {
          return true;
        }
      } else if (!(view instanceof ServerAuthorization authorization)
          || authorization.client().unauthenticated() == null
          || authorization.client().unauthenticated()) {
        return true;
      }
    }
    return false;
  }

  /** A probe is a GET. */
  private static boolean mayTake(String path, Route route) {
    for (RouteRule rule : route.rules()) {
      if (!(rule instanceof HttpRouteRule http)) {
        return false;
      }
      if (http.matches().isEmpty()) {
        return true;
      }
      for (HttpRouteMatch match : http.matches()) {
        Text method = match.method();
        if ((method == null || method.open() || method.is("GET")) && match.path().mayMatch(path)) {
          return true;
        }
      }
    }
    return false;
  }
}
