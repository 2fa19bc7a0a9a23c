package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.gatewayapi.ReferenceGrant;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** A ReferenceGrant opens every Secret of its namespace. */
public final class BroadReferenceGrant extends ResourceRule<ReferenceGrant> {
  public BroadReferenceGrant() {
    super("gateway-api-broad-reference-grant", ReferenceGrant.class);
  }

  @Override
  public void check(ReferenceGrant grant, Mesh mesh, Findings out) {
    for (Reference to : grant.to()) {
      if (to.isTo("", "Secret", "", "") && !to.has("name")) {
        out.report(
            to,
            "the grant names no Secret: every Secret of namespace \"%s\" may be used from there"
                .formatted(grant.resource().namespace().name()));
      }
    }
  }
}
