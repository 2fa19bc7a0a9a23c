package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.mesh.LinkerdServers;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two Servers claim one port of one pod. */
public final class ServerPortConflict extends MeshRule {
  public ServerPortConflict() {
    super("linkerd-server-port-conflict");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Set<List<Server>> reported = new HashSet<>();
    for (MeshWorkload workload : mesh.workloads().all()) {
      Map<Integer, Server> owners = new HashMap<>();
      for (Server server : mesh.linkerd().servers().selecting(workload)) {
        for (Integer port : LinkerdServers.ports(server, workload)) {
          Server first = owners.putIfAbsent(port, server);
          if (first != null && mesh.nearness().mayMeet(first.resource(), server.resource())) {
            report(first, server, port, workload, reported, out);
          }
        }
      }
    }
  }

  private static void report(
      Server one,
      Server other,
      int port,
      MeshWorkload workload,
      Set<List<Server>> reported,
      Findings out) {
    boolean ordered = one.resource().name().compareTo(other.resource().name()) < 0;
    Server first = ordered ? one : other;
    Server second = ordered ? other : one;
    if (reported.add(List.of(first, second))) {
      out.report(
              second.spec().at("port"),
              "Server \"%s\" is port %d of %s too: Linkerd takes one of the two and ignores the other"
                  .formatted(first.resource().name(), port, workload.title()))
          .related(first.spec().at("port"), "the other Server")
          .related(workload, "the workload that both select");
    }
  }
}
