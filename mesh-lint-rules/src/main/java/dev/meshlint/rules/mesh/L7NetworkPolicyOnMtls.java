package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.CiliumNetworkEntry;
import dev.meshlint.core.mesh.DataPlanes;
import dev.meshlint.core.mesh.DataPlanes.Plane;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.NetworkEntry;
import dev.meshlint.core.mesh.NetworkPorts;
import dev.meshlint.core.mesh.NetworkSide;
import dev.meshlint.core.mesh.Peer;
import dev.meshlint.core.mesh.PodGroup;
import dev.meshlint.core.mesh.PodIsolation;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules of Cilium on HTTP for traffic that the mesh encrypts, so that Cilium sees TLS (Cilium documentation, "Integration
 * with Istio").
 */
public final class L7NetworkPolicyOnMtls extends MeshRule {
  public L7NetworkPolicyOnMtls() {
    super("mesh-l7-network-policy-on-mtls");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    if (mesh.ciliumPolicies().rules().isEmpty()) {
      return;
    }
    Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (MeshWorkload workload : mesh.workloads().all()) {
      for (Plane plane : Plane.values()) {
        if (workload.template().isPresent()
            && !workload.hasOpenLabels()
            && mesh.operation().dataPlanes().isPart(workload, plane)) {
          check(mesh.networkPolicies().ingress(workload), true, workload, plane, mesh, seen, out);
          check(mesh.networkPolicies().egress(workload), false, workload, plane, mesh, seen, out);
        }
      }
    }
  }

  private static void check(
      PodIsolation isolation,
      boolean ingress,
      MeshWorkload workload,
      Plane plane,
      Mesh mesh,
      Set<YamlNode> seen,
      Findings out) {
    if (ingress && DataPlanes.isBypassed(workload, plane)) {
      return;
    }
    for (NetworkSide side : isolation.policies()) {
      for (NetworkEntry entry : side.entries()) {
        if (entry instanceof CiliumNetworkEntry cilium && !entry.isDeny()) {
          for (PortRule ports : cilium.rule().toPorts()) {
            if (isOnHttp(ports)
                && isEncrypted(entry, ports, ingress, workload, plane, mesh)
                && seen.add(ports.rules().node())) {
              out.report(ports.rules().key("http"), message(ingress, workload, plane))
                  .related(workload, "is " + plane);
            }
          }
        }
      }
    }
  }

  private static boolean isOnHttp(PortRule ports) {
    return !ports.rules().http().isEmpty() && !ports.has("terminatingTLS");
  }

  private static String message(boolean ingress, MeshWorkload workload, Plane plane) {
    String pods = workload.title() + " " + plane;
    return plane == Plane.AMBIENT
        ? "traffic of the mesh %s %s travels encrypted on port 15008: these rules on HTTP never see it"
            .formatted(ingress ? "to" : "from", pods)
        : "traffic of the mesh %s %s is mutual TLS to Cilium: these rules on HTTP drop it"
            .formatted(ingress ? "to" : "from", pods);
  }

  /** Whether traffic that the ports let through is certainly encrypted between two ends in the mesh. */
  private static boolean isEncrypted(
      NetworkEntry entry,
      PortRule rule,
      boolean ingress,
      MeshWorkload workload,
      Plane plane,
      Mesh mesh) {
    Peer peer = mesh.operation().dataPlanes().member(entry, plane);
    if (plane != Plane.SIDECAR) {
      return peer != null;
    }
    NetworkPorts ports = CiliumNetworkEntry.portsOf(rule);
    PodGroup server = ingress ? PodGroup.of(workload) : group(peer);
    for (NetworkPorts.Span span : ports.spans()) {
      if (server != null
          && mesh.operation().dataPlanes().isMutualTls(server, span.first(), peer != null)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable PodGroup group(@Nullable Peer peer) {
    return peer instanceof Peer.Pods pods ? pods.group() : null;
  }
}
