package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.GrpcRouteRule;
import dev.meshlint.core.model.gatewayapi.HttpRouteMatch;
import dev.meshlint.core.model.gatewayapi.HttpRouteRule;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A route of a Service has rules for some requests only, and no other route takes the rest. */
public final class MissingDefaultRule extends MeshRule {
  public MissingDefaultRule() {
    super("gateway-api-missing-default-rule");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Set<String> covered = new HashSet<>();
    List<Attachment> all = mesh.attachments().all();
    for (Attachment attachment : all) {
      if (attachment.parent().isService()) {
        if (takesAll(attachment.route())) {
          covered.add(key(attachment));
        }
      }
    }
    for (Attachment attachment : all) {
      Route route = attachment.route();
      if (attachment.parent().isService()
          && !covered.contains(key(attachment))
          && !route.rules().isEmpty()
          && !mesh.kustomizations().isPatched(route.resource())) {
        out.report(
            route.spec().at("rules"),
            "no rule takes the other requests to Service \"%s\": they get 404"
                .formatted(attachment.parent().name()));
      }
    }
  }

  private static String key(Attachment attachment) {
    return attachment.parent().namespace() + "/" + attachment.parent().name();
  }

  private static boolean takesAll(Route route) {
    if (route.spec().isOpen("rules")) {
      return true;
    }
    for (RouteRule rule : route.rules()) {
      if (rule.isOpen("matches") || takesAll(rule)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesAll(RouteRule rule) {
    if (rule instanceof HttpRouteRule http) {
      return http.matches().isEmpty() || http.matches().stream().anyMatch(one -> takesAll(one));
    }
    return !(rule instanceof GrpcRouteRule grpc) || grpc.matches().isEmpty();
  }

  private static boolean takesAll(HttpRouteMatch match) {
    Text value = match.path().value();
    Text type = match.path().type();
    boolean every =
        value == null
            || (value.value().equals("/") && (type == null || type.is("PathPrefix")))
            || value.value().equals(".*")
            || value.value().equals("/.*");
    return every
        && !match.has("method")
        && match.headers().isEmpty()
        && match.queryParams().isEmpty();
  }
}
