package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.CrossReference;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.model.gatewayapi.ReferenceGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the ReferenceGrant that a reference into another namespace lacks. */
final class MissingGrant {
  /** What every installation of the Gateway API serves. */
  private static final String VERSION = "gateway.networking.k8s.io/v1beta1";

  private final Mesh mesh;
  private final Resource from;
  private final ObjectName target;

  private MissingGrant(Mesh mesh, Resource from, ObjectName target) {
    this.mesh = mesh;
    this.from = from;
    this.target = target;
  }

  /** The repair, or null where a grant is there that only lies in the wrong place, or no file would keep the namespace. */
  static @Nullable Fix write(Mesh mesh, CrossReference cross) {
    return new MissingGrant(mesh, cross.reference().resource(), cross.target()).fix();
  }

  private @Nullable Fix fix() {
    for (ReferenceGrant grant : mesh.referenceGrants().fitting(from, target)) {
      if (grant.resource().namespace().same(from.namespace()) == Same.YES) {
        return null;
      }
    }
    Resource beside = beside();
    return beside == null || !from.namespace().isNamed()
        ? null
        : Fixes.appendDocument(
            "write a ReferenceGrant in namespace \"" + target.namespace().name() + "\"",
            false,
            beside.node(),
            text());
  }

  /** In the file of the target, else in that of what refers, unless a kustomization puts that into one namespace. */
  private @Nullable Resource beside() {
    List<Located> there = new ArrayList<>(mesh.objects().find(target, from).values());
    for (Located object : there) {
      Resource resource = object.resource();
      if (resource != null && resource.namespace().same(target.namespace()) == Same.YES) {
        return resource;
      }
    }
    return mesh.kustomizations().takenInBy(from).isEmpty() ? from : null;
  }

  private String text() {
    String name =
        "%s-%s-%s"
            .formatted(from.namespace().name(), from.kind(), target.name())
            .toLowerCase(Locale.ROOT);
    return """
        apiVersion: %s
        kind: ReferenceGrant
        metadata:
          name: %s
          namespace: %s
        spec:
          from:
            - group: %s
              kind: %s
              namespace: %s
          to:
            - group: "%s"
              kind: %s
              name: %s
        """
        .formatted(
            VERSION,
            name,
            target.namespace().name(),
            from.group(),
            from.kind(),
            from.namespace().name(),
            target.group(),
            target.kind(),
            target.name());
  }
}
