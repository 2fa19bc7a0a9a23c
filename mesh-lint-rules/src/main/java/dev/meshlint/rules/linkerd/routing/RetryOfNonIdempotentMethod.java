package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.HttpRouteMatch;
import dev.meshlint.core.model.gatewayapi.HttpRouteRule;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.linkerd.HTTPRoute;
import dev.meshlint.core.model.linkerd.ProfileRoute;
import dev.meshlint.core.model.linkerd.RequestMatch;
import dev.meshlint.core.model.linkerd.ServiceProfile;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Retries of requests that may do something twice. */
public final class RetryOfNonIdempotentMethod extends MeshRule {
  private static final Set<String> METHODS = Set.of("POST", "PATCH");

  public RetryOfNonIdempotentMethod() {
    super("linkerd-retry-of-non-idempotent-method");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (ServiceProfile profile : mesh.all(ServiceProfile.class)) {
      for (ProfileRoute route : profile.routes()) {
        Text method = Boolean.TRUE.equals(route.isRetryable()) ? method(route.condition()) : null;
        if (method != null && !isGrpc(route.condition())) {
          report(route.at("isRetryable"), method, out);
        }
      }
    }
    mesh.all(HTTPRoute.class).forEach(route -> check(route, route.rules(), out));
    for (dev.meshlint.core.model.gatewayapi.HTTPRoute route :
        mesh.all(dev.meshlint.core.model.gatewayapi.HTTPRoute.class)) {
      check(route, route.rules(), out);
    }
  }

  private static void check(Route route, List<HttpRouteRule> rules, Findings out) {
    Text retry = route.metadata().annotation("retry.linkerd.io/http");
    if (retry == null) {
      return;
    }
    for (HttpRouteRule rule : rules) {
      for (HttpRouteMatch match : rule.matches()) {
        Text method = match.method();
        if (method != null && METHODS.contains(method.value())) {
          report(retry, method, out);
          return;
        }
      }
    }
  }

  /** Every call of gRPC is a POST: the path is {@code /package.Service/Method}. */
  private static boolean isGrpc(RequestMatch match) {
    Text path = match.pathRegex();
    String regex = path == null ? "" : path.value();
    int slash = regex.indexOf('/', 1);
    int dot = regex.indexOf('.');
    return regex.startsWith("/")
        && dot > 0
        && dot < slash
        && slash == regex.lastIndexOf('/')
        && slash + 1 < regex.length()
        && Character.isUpperCase(regex.charAt(slash + 1));
  }

  private static @Nullable Text method(RequestMatch match) {
    Text method = match.method();
    if (method != null && METHODS.contains(method.value())) {
      return method;
    }
    List<RequestMatch> parts = new ArrayList<>(match.all());
    parts.addAll(match.any());
    for (RequestMatch part : parts) {
      Text ofPart = method(part);
      if (ofPart != null) {
        return ofPart;
      }
    }
    return null;
  }

  private static void report(Located at, Text method, Findings out) {
    out.report(
            at,
            "a %s that failed may have been carried out: retrying it can do it twice"
                .formatted(method))
        .related(method, "the method");
  }
}
