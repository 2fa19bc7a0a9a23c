package dev.meshlint.rules.mesh;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.DataPlanes;
import dev.meshlint.core.mesh.DataPlanes.Plane;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.NetworkEntry;
import dev.meshlint.core.mesh.NetworkPorts;
import dev.meshlint.core.mesh.NetworkSide;
import dev.meshlint.core.mesh.OpaquePorts;
import dev.meshlint.core.mesh.Peer;
import dev.meshlint.core.mesh.PodIsolation;
import dev.meshlint.core.mesh.PodIsolation.Reach;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Policies of the network that allow the ports of pods, but not the port to which the mesh takes their traffic. */
public final class NetworkPolicyBlocksDataPlane extends MeshRule {
  private static final List<Plane> PLANES = List.of(Plane.AMBIENT, Plane.LINKERD);

  public NetworkPolicyBlocksDataPlane() {
    super("mesh-network-policy-blocks-data-plane");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    if (mesh.networkPolicies().isEmpty()) {
      return;
    }
    Set<NetworkEntry> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (MeshWorkload workload : mesh.workloads().all()) {
      for (Plane plane : PLANES) {
        if (!workload.hasOpenLabels() && mesh.operation().dataPlanes().isPart(workload, plane)) {
          checkIngress(workload, plane, mesh, seen, out);
          checkEgress(workload, plane, mesh, seen, out);
        }
      }
    }
  }

  private static void checkIngress(
      MeshWorkload workload, Plane plane, Mesh mesh, Set<NetworkEntry> seen, Findings out) {
    PodIsolation isolation = mesh.networkPolicies().ingress(workload);
    if (DataPlanes.isBypassed(workload, plane)) {
      return;
    }
    for (NetworkSide side : isolation.policies()) {
      for (NetworkEntry entry : side.entries()) {
        Peer peer =
            entry.isForEveryPod()
                ? Peer.Special.ANYBODY
                : mesh.operation().dataPlanes().member(entry, plane);
        if (isClosed(entry, isolation, peer, plane, workload) && seen.add(entry)) {
          Report report =
              out.report(
                  entry.portsPlace(),
                  "port %d is not allowed: pods %s get calls of the mesh on it, so those to %s time out"
                      .formatted(plane.port(), plane, workload.title()));
          complete(report, entry, plane, isOpaque(entry, workload, mesh), mesh);
        }
      }
    }
  }

  private static void checkEgress(
      MeshWorkload workload, Plane plane, Mesh mesh, Set<NetworkEntry> seen, Findings out) {
    PodIsolation isolation = mesh.networkPolicies().egress(workload);
    for (NetworkSide side : isolation.policies()) {
      for (NetworkEntry entry : side.entries()) {
        boolean everyPod = entry.isForEveryPod() && !entry.isForEverybody();
        Peer peer =
            everyPod ? Peer.Special.ANYBODY : mesh.operation().dataPlanes().member(entry, plane);
        if (isClosed(entry, isolation, peer, plane, null) && seen.add(entry)) {
          Report report =
              out.report(
                  entry.portsPlace(),
                  "port %d is not allowed: calls of the mesh to pods %s use it, so those of %s time out"
                      .formatted(plane.port(), plane, workload.title()));
          complete(report, entry, plane, false, mesh);
        }
      }
    }
  }

  private static boolean isClosed(
      NetworkEntry entry,
      PodIsolation isolation,
      @Nullable Peer peer,
      Plane plane,
      @Nullable MeshWorkload server) {
    return peer != null
        && !entry.isDeny()
        && entry.ports().isOfApplication()
        && isolation.reach(peer, plane.port(), server) == Reach.DENIED;
  }

  private static void complete(
      Report report, NetworkEntry entry, Plane plane, boolean opaque, Mesh mesh) {
    report.fix(fix(entry.view(), plane.port()));
    if (plane == Plane.LINKERD) {
      boolean certain = opaque || mesh.linkerd().sendsAllToProxyPort();
      report.as(certain ? "linkerd" : "linkerd-perhaps");
    }
  }

  private static boolean isOpaque(NetworkEntry entry, MeshWorkload workload, Mesh mesh) {
    OpaquePorts opaque = mesh.linkerd().opaquePorts(workload);
    for (NetworkPorts.Span span : entry.ports().spans()) {
      if (opaque != null && opaque.contains(span.first())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Fix fix(View entry, int port) {
    boolean cilium = entry.has("toPorts");
    String item = cilium ? "{ports: [{port: \"%d\", protocol: TCP}]}" : "{port: %d, protocol: TCP}";
    return entry.at(cilium ? "toPorts" : "ports").node() instanceof YamlSequence ports
        ? Fixes.insertItem("allow port " + port, false, ports, item.formatted(port))
        : null;
  }
}
