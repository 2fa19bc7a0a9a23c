package dev.meshlint.rules.istio.ambient;

import dev.meshlint.core.mesh.Ambient;
import dev.meshlint.core.mesh.Ambient.Reach;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.model.istio.Telemetry;
import dev.meshlint.core.model.istio.WasmPlugin;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A policy selects by labels where only targetRefs count, or are better. */
public final class SelectorIgnoredByWaypoint extends MeshRule {
  private static final String WAYPOINT = "istio-waypoint";

  public SelectorIgnoredByWaypoint() {
    super("istio-selector-ignored-by-waypoint");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    mesh.all(AuthorizationPolicy.class).forEach(policy -> checkGateway(policy, mesh, out));
    for (RequestAuthentication policy : mesh.all(RequestAuthentication.class)) {
      check(policy, "authentication", mesh, out);
    }
    for (WasmPlugin plugin : mesh.all(WasmPlugin.class)) {
      check(plugin, "plugin", mesh, out);
    }
    for (Telemetry telemetry : mesh.all(Telemetry.class)) {
      if (telemetry.needsHttp()) {
        check(telemetry, telemetry.onlyLogs() ? "access-logs" : "telemetry", mesh, out);
      } else {
        checkGateway(telemetry, mesh, out);
      }
    }
  }

  private static void check(WorkloadSelecting policy, String what, Mesh mesh, Findings out) {
    if (mesh.ambient().reach(policy) == Reach.AMBIENT) {
      out.report(
              Places.of(policy),
              "waypoints take only what is attached to them by targetRefs: nothing applies this %s in ambient mode"
                  .formatted(policy.resource().kind()))
          .as(what);
    } else {
      checkGateway(policy, mesh, out);
    }
  }

  private static void checkGateway(WorkloadSelecting policy, Mesh mesh, Findings out) {
    if (!policy.targetRefs().isEmpty() || !Ambient.selectsGateway(policy)) {
      return;
    }
    for (Gateway gateway : mesh.ambient().gatewaysOf(policy)) {
      Text name = gateway.gatewayClassName();
      if (name != null && name.is(WAYPOINT)) {
        out.report(
                policy.selector(),
                "waypoints ignore selectors: this %s has no effect on Gateway \"%s\""
                    .formatted(policy.resource().kind(), gateway.resource().name()))
            .as("waypoint");
        return;
      }
    }
    out.report(
            policy.selector(),
            "targetRefs are the way to attach a policy to a Gateway of the Gateway API; the selector depends on a label that Istio sets")
        .as("gateway");
  }
}
