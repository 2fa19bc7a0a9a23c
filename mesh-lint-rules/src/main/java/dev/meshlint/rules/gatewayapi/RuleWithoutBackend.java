package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Attachments;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.GRPCRoute;
import dev.meshlint.core.model.gatewayapi.HTTPRoute;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteFilter;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A rule of a gateway's route sends requests nowhere. */
public final class RuleWithoutBackend extends MeshRule {
  public RuleWithoutBackend() {
    super("gateway-api-rule-without-backend");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      if ((route instanceof HTTPRoute || route instanceof GRPCRoute)
          && isForGateways(route)
          && !mesh.kustomizations().isPatched(route.resource())) {
        for (RouteRule rule : route.rules()) {
          if (!rule.isOpen("backendRefs") && rule.backendRefs().isEmpty() && !answers(rule)) {
            out.report(
                rule,
                "the rule has neither backend nor redirect: requests that match get an error");
          }
        }
      }
    }
  }

  /** For Services and Servers a rule without backend lets the request go on to where it was sent. */
  private static boolean isForGateways(Route route) {
    for (Reference parent : route.parentRefs()) {
      Text kind = parent.kind();
      if (parent.isOpen("kind") || (kind != null && !Attachments.isGatewayKind(kind.value()))) {
        return false;
      }
    }
    return !route.parentRefs().isEmpty() && !route.spec().isOpen("parentRefs");
  }

  /** Filters of implementations may answer themselves. */
  private static boolean answers(RouteRule rule) {
    if (rule.isOpen("filters")) {
      return true;
    }
    for (RouteFilter filter : rule.filters()) {
      Text type = filter.type();
      if (type == null
          || type.open()
          || type.value().equals("RequestRedirect")
          || type.value().equals("ExtensionRef")) {
        return true;
      }
    }
    return false;
  }
}
