package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.gatewayapi.BackendReference;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** All backends of a rule have the weight 0. */
public final class WeightsAllZero extends MeshRule {
  public WeightsAllZero() {
    super("gateway-api-weights-all-zero");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      if (!mesh.kustomizations().isPatched(route.resource())) {
        for (RouteRule rule : route.rules()) {
          if (!rule.isOpen("backendRefs") && isZero(rule)) {
            out.report(
                rule.at("backendRefs"),
                "every backend of this rule has weight 0: all requests that match get 500");
          }
        }
      }
    }
  }

  private static boolean isZero(RouteRule rule) {
    for (BackendReference backend : rule.backendRefs()) {
      Integer weight = backend.weight();
      if (weight == null || weight != 0) {
        return false;
      }
    }
    return !rule.backendRefs().isEmpty();
  }
}
