package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.GrpcRouteMatch;
import dev.meshlint.core.model.gatewayapi.GrpcRouteRule;
import dev.meshlint.core.model.gatewayapi.HttpRouteMatch;
import dev.meshlint.core.model.gatewayapi.HttpRouteRule;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.model.linkerd.RequestMatch;
import dev.meshlint.core.model.linkerd.ServiceProfile;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Re2;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression that the engine of Linkerd's proxy does not understand. */
public final class InvalidRegex extends MeshRule {
  public InvalidRegex() {
    super("linkerd-invalid-regex");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (ServiceProfile profile : mesh.all(ServiceProfile.class)) {
      profile.routes().forEach(route -> check(route.condition(), out));
    }
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        if (view instanceof Route route && mesh.linkerd().routes().isLinkerds(route)) {
          check(route, out);
        }
      }
    }
  }

  private static void check(RequestMatch match, Findings out) {
    Text path = match.pathRegex();
    if (path != null) {
      check(path, "the condition is left out", "profile", out);
    }
    match.all().forEach(part -> check(part, out));
    match.any().forEach(part -> check(part, out));
    match.not().forEach(part -> check(part, out));
  }

  private static void check(Route route, Findings out) {
    for (RouteRule rule : route.rules()) {
      if (rule instanceof HttpRouteRule http) {
        for (HttpRouteMatch match : http.matches()) {
          checkValue(match.path().type(), match.path().value(), out);
          match.headers().forEach(header -> checkValue(header.type(), header.value(), out));
          match.queryParams().forEach(query -> checkValue(query.type(), query.value(), out));
        }
      } else if (rule instanceof GrpcRouteRule grpc) {
        for (GrpcRouteMatch match : grpc.matches()) {
          match.headers().forEach(header -> checkValue(header.type(), header.value(), out));
        }
      }
    }
  }

  private static void checkValue(@Nullable Text type, @Nullable Text value, Findings out) {
    if (type != null && value != null && type.is("RegularExpression")) {
      check(value, "the route is refused", "route", out);
    }
  }

  private static void check(Text value, String effect, String kind, Findings out) {
    String regex = value.value();
    boolean template = regex.contains("{{") || regex.contains("${") || regex.contains("/{");
    String problem = template || value.open() ? null : Re2.linkerdProblem(regex);
    if (problem != null) {
      out.report(
              value, "Linkerd does not understand \"%s\", %s: %s".formatted(value, problem, effect))
          .as(kind);
    }
  }
}
