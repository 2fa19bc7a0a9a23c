package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.mesh.LinkerdPolicies;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import org.jspecify.annotations.Nullable;

/** A Server that refuses by default, and no policy that admits anybody. */
public final class ServerWithoutAuthorization extends MeshRule {
  public ServerWithoutAuthorization() {
    super("linkerd-server-without-authorization");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Server server : mesh.all(Server.class)) {
      Text access = server.accessPolicy();
      boolean denies = access == null ? !server.spec().isOpen("accessPolicy") : access.is("deny");
      if (denies
          && !mesh.kustomizations().isPatched(server.resource())
          && mesh.linkerd().servers().workloads(server).isFound()) {
        check(server, access, mesh.linkerd().policies(), out);
      }
    }
  }

  private static void check(
      Server server, @Nullable Text access, LinkerdPolicies policies, Findings out) {
    String name = server.resource().name();
    if (policies.authorizing(server).isEmpty()) {
      if (access == null) {
        out.report(
                server.spec(),
                "no policy admits clients to Server \"%s\", and a Server without accessPolicy refuses them: every call gets 403"
                    .formatted(name))
            .as("default");
      } else {
        out.report(
                access,
                "no policy admits clients to Server \"%s\": every call gets 403".formatted(name))
            .as("deny");
      }
    } else if (policies.ofServer(server).isEmpty()) {
      for (Route route : policies.routes(server)) {
        if (policies.authorizing(route).isEmpty()) {
          out.report(
                  route.metadata().at("name"),
                  "no policy admits clients to this route of Server \"%s\", which refuses them: its requests get 403"
                      .formatted(name))
              .as("route")
              .related(server, "the Server");
        }
      }
    }
  }
}
