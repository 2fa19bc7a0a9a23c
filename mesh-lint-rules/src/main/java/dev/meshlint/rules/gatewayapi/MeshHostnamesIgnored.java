package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.gatewayapi.GRPCRoute;
import dev.meshlint.core.model.gatewayapi.HTTPRoute;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlMapping;

/** A route of Services names hosts, which meshes ignore. */
public final class MeshHostnamesIgnored extends MeshRule {
  public MeshHostnamesIgnored() {
    super("gateway-api-mesh-hostnames-ignored");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      if ((route instanceof HTTPRoute || route instanceof GRPCRoute)
          && !route.hostnames().isEmpty()
          && isForServices(route)
          && !mesh.kustomizations().isPatched(route.resource())
          && route.spec().node() instanceof YamlMapping spec) {
        YamlMapping.Entry entry = spec.entry("hostnames");
        out.report(
                route.spec().key("hostnames"),
                "routes of Services are chosen by the Service, not by host: hostnames are ignored")
            .fix(
                entry == null
                    ? null
                    : Fixes.removeEntry("remove the hostnames", true, spec, entry));
      }
    }
  }

  private static boolean isForServices(Route route) {
    for (Reference parent : route.parentRefs()) {
      if (!parent.isTo("", "Service", route.defaultParentGroup(), "Gateway")
          && !parent.isTo("core", "Service", route.defaultParentGroup(), "Gateway")) {
        return false;
      }
    }
    return !route.parentRefs().isEmpty() && !route.spec().isOpen("parentRefs");
  }
}
