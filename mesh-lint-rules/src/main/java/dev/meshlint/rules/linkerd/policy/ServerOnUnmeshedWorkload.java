package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.List;

/** A Server that selects only workloads outside of the mesh. */
public final class ServerOnUnmeshedWorkload extends ResourceRule<Server> {
  public ServerOnUnmeshedWorkload() {
    super("linkerd-server-on-unmeshed-workload", Server.class);
  }

  @Override
  public void check(Server server, Mesh mesh, Findings out) {
    List<MeshWorkload> selected = mesh.linkerd().servers().workloads(server).values();
    for (MeshWorkload workload : selected) {
      if (!mesh.linkerd().injection().isOutside(workload, server.resource().namespace())) {
        return;
      }
    }
    if (!selected.isEmpty()) {
      out.report(
              server.podSelector(),
              "%s is not injected: no proxy is there to enforce the Server"
                  .formatted(selected.get(0).title()))
          .related(selected.get(0), "the selected workload");
    }
  }
}
