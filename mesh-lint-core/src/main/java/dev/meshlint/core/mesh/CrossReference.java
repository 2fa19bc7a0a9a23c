package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.model.gatewayapi.Route;
import java.util.ArrayList;
import java.util.List;

/**
 * A reference into another namespace that needs a ReferenceGrant there.
 *
 * @param reference the reference
 * @param target what it names
 */
public record CrossReference(Reference reference, ObjectName target) {

  /**
   * All references that need a grant: backends of routes for gateways, and certificates. Routes of a mesh need none
   * (GEP-1294), and parents never do.
   */
  public static List<CrossReference> all(Mesh mesh) {
    List<CrossReference> all = new ArrayList<>();
    for (Route route : mesh.attachments().routes()) {
      if (route.resource().group().equals(Attachment.GATEWAY_GROUP)
          && !mesh.attachments().isMeshRoute(route)) {
        for (BackendTarget backend : mesh.attachments().backends(route)) {
          add(backend.reference(), backend.target(), all);
        }
      }
    }
    List<View> holders = new ArrayList<>(mesh.all(Gateway.class));
    holders.addAll(mesh.all(ListenerSet.class));
    for (View holder : holders) {
      for (CertificateReference certificate : CertificateReference.of(holder)) {
        add(certificate.reference(), certificate.target(), all);
      }
    }
    return all;
  }

  private static void add(Reference reference, ObjectName target, List<CrossReference> all) {
    NamespaceRef own = reference.resource().namespace();
    if (target.qualified() && own.same(target.namespace()) != NamespaceRef.Same.YES) {
      all.add(new CrossReference(reference, target));
    }
  }
}
