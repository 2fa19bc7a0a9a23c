package dev.meshlint.rules.istio.ambient;

import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** A waypoint that no label names, so that no traffic passes it. */
public final class UnusedWaypoint extends ResourceRule<Gateway> {
  public UnusedWaypoint() {
    super("istio-unused-waypoint", Gateway.class);
  }

  @Override
  public void check(Gateway gateway, Mesh mesh, Findings out) {
    if (mesh.ambient().users(gateway) instanceof NotFound<View> missing) {
      out.report(
          gateway.at("kind"),
          missing,
          "no namespace, service or pod has a label that names this waypoint: no traffic passes it");
    }
  }
}
