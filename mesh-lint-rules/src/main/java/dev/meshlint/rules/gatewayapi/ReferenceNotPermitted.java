package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.CrossReference;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.gatewayapi.ReferenceGrant;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A reference into another namespace that no ReferenceGrant there permits. */
public final class ReferenceNotPermitted extends MeshRule {
  public ReferenceNotPermitted() {
    super("gateway-api-reference-not-permitted");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (CrossReference cross : CrossReference.all(mesh)) {
      if (mesh.referenceGrants().permits(cross.reference().resource(), cross.target())
          instanceof NotFound<ReferenceGrant> missing) {
        out.report(
                cross.reference().at("namespace"),
                missing,
                "no ReferenceGrant in namespace \"%s\" lets a %s of \"%s\" use %s \"%s\": it is refused"
                    .formatted(
                        cross.target().namespace().name(),
                        cross.reference().resource().kind(),
                        cross.reference().resource().namespace().name(),
                        cross.target().kind(),
                        cross.target().name()))
            .as(cross.reference().resource().kind().endsWith("Route") ? "backend" : "certificate")
            .fix(missing.isAbsent() ? MissingGrant.write(mesh, cross) : null);
      }
    }
  }
}
