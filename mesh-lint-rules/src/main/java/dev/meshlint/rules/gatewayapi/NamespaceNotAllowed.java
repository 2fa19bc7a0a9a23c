package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Attachment.Outcome;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A Gateway admits no route, or no listener set, from this namespace. */
public final class NamespaceNotAllowed extends MeshRule {
  public NamespaceNotAllowed() {
    super("gateway-api-namespace-not-allowed");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Attachment attachment : mesh.attachments().all()) {
      if (attachment.outcome() == Outcome.NAMESPACE) {
        report(attachment, out);
      }
    }
    for (ListenerSet set : mesh.all(ListenerSet.class)) {
      if (mesh.attachments().admits(set) == NamespaceRef.Same.NO) {
        out.report(
                set.parentRef(),
                ("the Gateway admits no listeners from namespace \"%s\" (allowedListeners): these"
                        + " listeners are ignored")
                    .formatted(set.resource().namespace().name()))
            .as("listeners");
      }
    }
  }

  private static void report(Attachment attachment, Findings out) {
    Located at =
        attachment.reference().has("namespace")
            ? attachment.reference().at("namespace")
            : attachment.reference();
    out.report(
            at,
            "no listener of %s \"%s\" admits routes from namespace \"%s\": the route does not attach"
                .formatted(
                    attachment.parent().kind(),
                    attachment.parent(),
                    attachment.route().resource().namespace().name()))
        .related(attachment.listeners().get(0).allowedRoutes(), "the routes it admits")
        .as("route");
  }
}
