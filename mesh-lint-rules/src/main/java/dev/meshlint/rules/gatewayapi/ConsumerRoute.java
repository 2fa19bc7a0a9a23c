package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A route means less than it seems to: it is for clients of its own namespace only, or for gateways and meshes at once. */
public final class ConsumerRoute extends MeshRule {
  public ConsumerRoute() {
    super("gateway-api-consumer-route");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      Attachment service = null;
      boolean gateway = false;
      for (Attachment attachment : mesh.attachments().of(route)) {
        gateway |= attachment.isToGateway();
        if (attachment.parent().isService()) {
          service = attachment;
          checkNamespace(attachment, out);
        }
      }
      if (service != null && gateway) {
        out.report(
                service.reference(),
                "Gateways and Services are parents of one route: hostnames and some filters act on"
                    + " gateways only")
            .as("mixed");
      }
    }
  }

  private static void checkNamespace(Attachment attachment, Findings out) {
    var own = attachment.route().resource().namespace();
    if (attachment.parent().namespace().same(own) == Same.NO) {
      out.report(
              attachment.reference().at("namespace"),
              "the Service lies in another namespace: the route is for clients in \"%s\" only"
                  .formatted(own.name()))
          .as("consumer");
    }
  }
}
