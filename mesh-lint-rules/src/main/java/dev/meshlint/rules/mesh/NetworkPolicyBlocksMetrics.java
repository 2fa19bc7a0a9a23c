package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.DataPlanes.Plane;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.NetworkSide;
import dev.meshlint.core.mesh.Peer;
import dev.meshlint.core.mesh.PodIsolation;
import dev.meshlint.core.mesh.PodIsolation.Reach;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Policies of the network that close ports of proxies from which Prometheus is to get metrics. */
public final class NetworkPolicyBlocksMetrics extends MeshRule {
  private static final List<Plane> PLANES = List.of(Plane.SIDECAR, Plane.LINKERD);

  public NetworkPolicyBlocksMetrics() {
    super("mesh-network-policy-blocks-metrics");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    if (mesh.networkPolicies().isEmpty()) {
      return;
    }
    Set<NetworkSide> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (MeshWorkload workload : mesh.workloads().all()) {
      for (Plane plane : PLANES) {
        if (!workload.hasOpenLabels() && mesh.operation().dataPlanes().isPart(workload, plane)) {
          check(workload, plane, mesh, seen, out);
        }
      }
    }
  }

  private static void check(
      MeshWorkload workload, Plane plane, Mesh mesh, Set<NetworkSide> seen, Findings out) {
    PodIsolation isolation = mesh.networkPolicies().ingress(workload);
    mesh.operation()
        .scrapes()
        .ports(workload, plane)
        .forEach(
            (port, asking) -> {
              List<NetworkSide> isolating = isolation.isolating();
              boolean closed =
                  isolation.reach(Peer.Special.ANYBODY, port, workload) == Reach.DENIED;
              if (closed && !isolating.isEmpty() && seen.add(isolating.get(0))) {
                out.report(
                        isolating.get(0),
                        "no policy allows port %d of %s: Prometheus gets no metrics of its proxy"
                            .formatted(port, workload.title()))
                    .related(asking, "asks for them");
              }
            });
  }
}
