package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.GatewayAddress;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.TCPRoute;
import dev.meshlint.core.model.gatewayapi.UDPRoute;
import dev.meshlint.core.model.linkerd.HTTPRoute;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** The implementation that a Gateway or route is for does not serve what it asks. */
public final class UnsupportedByImplementation extends MeshRule {
  public UnsupportedByImplementation() {
    super("gateway-api-unsupported-by-implementation");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Attachment attachment : mesh.attachments().all()) {
      Route route = attachment.route();
      boolean layerFour = route instanceof TCPRoute || route instanceof UDPRoute;
      if (layerFour && isCilium(attachment)) {
        out.report(
            attachment.reference(),
            "Gateways of class cilium do not serve a %s: it is never accepted"
                .formatted(route.resource().kind()));
      } else if (route instanceof HTTPRoute
          && attachment.reference().has("kind")
          && attachment.parent().kind().equals("Gateway")) {
        out.report(
            attachment.reference(),
            "Linkerd serves no Gateways: a route of policy.linkerd.io for one has no effect");
      }
    }
    for (Gateway gateway : mesh.all(Gateway.class)) {
      if (isCilium(gateway)) {
        gateway.addresses().forEach(address -> check(address, out));
      }
    }
  }

  private static void check(GatewayAddress address, Findings out) {
    Text type = address.type();
    if (type != null && type.is("Hostname")) {
      out.report(type, "Gateways of class cilium take IP addresses only: this one is not accepted");
    }
  }

  private static boolean isCilium(Attachment attachment) {
    for (Located parent : attachment.found().values()) {
      if (!(parent instanceof Gateway gateway) || !isCilium(gateway)) {
        return false;
      }
    }
    return attachment.found().isFound();
  }

  private static boolean isCilium(Gateway gateway) {
    Text name = gateway.gatewayClassName();
    return name != null && name.is("cilium");
  }
}
