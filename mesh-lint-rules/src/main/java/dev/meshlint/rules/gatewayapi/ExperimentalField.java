package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.GRPCRoute;
import dev.meshlint.core.model.gatewayapi.HTTPRoute;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteFilter;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A field exists in the experimental channel of the Gateway API only. */
public final class ExperimentalField extends MeshRule {
  public ExperimentalField() {
    super("gateway-api-experimental-field");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      if (route instanceof HTTPRoute || route instanceof GRPCRoute) {
        check(route.spec(), "useDefaultGateways", out);
        for (RouteRule rule : route.rules()) {
          check(rule, "retry", out);
          check(rule, "sessionPersistence", out);
          for (RouteFilter filter : rule.filters()) {
            check(filter, "externalAuth", out);
          }
        }
      }
    }
  }

  private static void check(View view, String field, Findings out) {
    if (view.has(field)) {
      out.report(
          view.key(field),
          "\"%s\" is a field of the experimental channel: with the standard definitions it is"
                  .formatted(field)
              + " dropped without a word");
    }
  }
}
