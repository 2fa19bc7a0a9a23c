package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.BackendTarget;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A route sends requests to a Service that does not exist. */
public final class UnknownBackend extends MeshRule {
  public UnknownBackend() {
    super("gateway-api-unknown-backend");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      for (BackendTarget backend : mesh.attachments().backends(route)) {
        Text name = backend.reference().name();
        ObjectName target = backend.target();
        if (name != null
            && target.isService()
            && backend.found() instanceof NotFound<Located> missing
            && mesh.services().maybe(target.name(), target.namespace()).isEmpty()) {
          out.report(
              name,
              missing,
              "Service \"%s\" is not in namespace \"%s\": its share of the requests gets 500"
                  .formatted(name, target.namespace().name()));
        }
      }
    }
  }
}
