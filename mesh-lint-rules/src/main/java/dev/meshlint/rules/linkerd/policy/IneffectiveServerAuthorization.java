package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import dev.meshlint.core.model.linkerd.ServerClient;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** A ServerAuthorization that names no client: Linkerd ignores it. */
public final class IneffectiveServerAuthorization extends ResourceRule<ServerAuthorization> {
  public IneffectiveServerAuthorization() {
    super("linkerd-ineffective-server-authorization", ServerAuthorization.class);
  }

  @Override
  public void check(ServerAuthorization authorization, Mesh mesh, Findings out) {
    ServerClient client = authorization.client();
    if (!client.present()
        || mesh.kustomizations().isPatched(authorization.resource())
        || client.isOpen("unauthenticated")
        || Boolean.TRUE.equals(client.unauthenticated())) {
      return;
    }
    View tls = client.child("meshTLS");
    if (!tls.present() && !tls.open()) {
      String networks =
          client.networks().isEmpty() ? "nobody is named" : "networks alone admit nobody";
      out.report(
              client,
              "%s: without \"unauthenticated: true\" or \"meshTLS\" the authorization is ignored"
                  .formatted(networks))
          .as("client");
    } else if (tls.present()
        && !tls.isOpen("unauthenticatedTLS")
        && !tls.isOpen("identities")
        && !tls.isOpen("serviceAccounts")
        && !Boolean.TRUE.equals(client.unauthenticatedTls())
        && client.identities().isEmpty()
        && client.serviceAccounts().isEmpty()) {
      out.report(tls, "\"meshTLS\" names no client: the authorization is ignored").as("mesh-tls");
    }
  }
}
