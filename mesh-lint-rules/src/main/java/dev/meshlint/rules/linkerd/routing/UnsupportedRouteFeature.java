package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.LinkerdPolicies;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.BackendReference;
import dev.meshlint.core.model.gatewayapi.GrpcRouteMatch;
import dev.meshlint.core.model.gatewayapi.GrpcRouteRule;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteFilter;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import java.util.Set;

/** A route of Linkerd's mesh that uses what Linkerd refuses or answers with an error. */
public final class UnsupportedRouteFeature extends MeshRule {
  private static final Set<String> FILTERS =
      Set.of("RequestMirror", "URLRewrite", "ExtensionRef", "CORS", "ExternalAuth");

  public UnsupportedRouteFeature() {
    super("linkerd-unsupported-route-feature");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        if (view instanceof Route route && mesh.linkerd().routes().isLinkerds(route)) {
          check(route, out);
        }
      }
    }
  }

  private static void check(Route route, Findings out) {
    for (RouteRule rule : route.rules()) {
      checkFilters(rule.filters(), out);
      for (BackendReference backend : rule.backendRefs()) {
        checkFilters(backend.filters(), out);
      }
      if (rule instanceof GrpcRouteRule grpc) {
        checkMethods(grpc, out);
      }
    }
  }

  /** The schema of Linkerd's own routes says it itself. */
  private static void checkRedirect(RouteFilter filter, Findings out) {
    View path = filter.requestRedirect().path();
    for (String key : List.of("replaceFullPath", "replacePrefixMatch")) {
      Text value = path.text(key);
      if (value != null && !value.open() && !value.value().startsWith("/")) {
        out.report(
                value,
                "path \"%s\" does not begin with \"/\": the route is refused".formatted(value))
            .as("redirect-path")
            .fix(
                Fixes.replaceScalar("begin with a slash", true, value.node(), "/" + value.value()));
      }
    }
  }

  private static void checkFilters(List<RouteFilter> filters, Findings out) {
    for (RouteFilter filter : filters) {
      if (!filter.resource().group().equals(LinkerdPolicies.GROUP)) {
        checkRedirect(filter, out);
      }
      Text type = filter.type();
      if (type != null && FILTERS.contains(type.value()) && !type.open()) {
        out.report(
                type,
                "Linkerd has no filter \"%s\": requests of this rule are answered with 500"
                    .formatted(type))
            .as("filter");
      }
    }
  }

  private static void checkMethods(GrpcRouteRule rule, Findings out) {
    for (GrpcRouteMatch match : rule.matches()) {
      Text type = match.method().type();
      if (type != null && type.is("RegularExpression")) {
        out.report(type, "Linkerd takes no expressions for gRPC methods: the route is refused")
            .as("grpc-method");
      }
    }
  }
}
