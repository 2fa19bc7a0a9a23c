package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A Server, or a ServerAuthorization, whose labels nothing in its namespace carries. */
public final class ServerSelectsNoWorkload extends MeshRule {
  public ServerSelectsNoWorkload() {
    super("linkerd-server-selects-no-workload");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Server server : mesh.all(Server.class)) {
      if (isForOwnWorkloads(server)
          && mesh.linkerd().servers().workloads(server) instanceof NotFound<MeshWorkload> missing) {
        out.report(
                server.podSelector(),
                missing,
                "no pod of namespace \"%s\" carries these labels: the Server protects nothing"
                    .formatted(server.resource().namespace()))
            .as("server");
      }
    }
    for (ServerAuthorization authorization : mesh.all(ServerAuthorization.class)) {
      LabelSelector selector = authorization.serverSelector();
      if (selector.present()
          && mesh.linkerd().servers().selected(authorization) instanceof NotFound<Server> missing) {
        out.report(
                selector,
                missing,
                "no Server of namespace \"%s\" carries these labels: the authorization admits nobody"
                    .formatted(authorization.resource().namespace()))
            .as("authorization");
      }
    }
  }

  /** The pods of Linkerd itself come from its chart. */
  private static boolean isForOwnWorkloads(Server server) {
    for (Named<Text> label : server.podSelector().matchLabels()) {
      if (label.name().contains("linkerd.io/")) {
        return false;
      }
    }
    return server.podSelector().present();
  }
}
