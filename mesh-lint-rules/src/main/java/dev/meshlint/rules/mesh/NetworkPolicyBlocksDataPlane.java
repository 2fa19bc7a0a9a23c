package dev.meshlint.rules.mesh;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.CiliumSelection;
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
import dev.meshlint.core.model.kubernetes.ConfigMap;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Policies of the network that allow the ports of pods, but not the port to which the mesh takes their traffic. */
public final class NetworkPolicyBlocksDataPlane extends MeshRule {
  private static final int HBONE = 15008;
  private static final int LINKERD = 4143;

  public NetworkPolicyBlocksDataPlane() {
    super("mesh-network-policy-blocks-data-plane");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    if (mesh.networkPolicies().isEmpty()) {
      return;
    }
    Set<NetworkEntry> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    for (MeshWorkload workload : mesh.workloads().all()) {
      for (Plane plane : new Plane[] {Plane.AMBIENT, Plane.LINKERD}) {
        if (!workload.hasOpenLabels() && mesh.dataPlanes().isPart(workload, plane)) {
          check(workload, plane, true, mesh, reported, out);
          check(workload, plane, false, mesh, reported, out);
        }
      }
    }
  }

  private static void check(
      MeshWorkload workload,
      Plane plane,
      boolean ingress,
      Mesh mesh,
      Set<NetworkEntry> reported,
      Findings out) {
    PodIsolation isolation =
        ingress ? mesh.networkPolicies().ingress(workload) : mesh.networkPolicies().egress(workload);
    if (isolation.isolating().isEmpty() || (ingress && bypasses(workload, plane))) {
      return;
    }
    int port = plane == Plane.AMBIENT ? HBONE : LINKERD;
    MeshWorkload server = ingress ? workload : null;
    for (NetworkSide side : isolation.policies()) {
      for (NetworkEntry entry : side.entries()) {
        Peer peer = entry.isDeny() || !isForTraffic(entry.ports()) ? null : peer(entry, plane, ingress, mesh);
        if (peer != null
            && isolation.reach(peer, port, server) == Reach.DENIED
            && reported.add(entry)) {
          report(entry, workload, plane, port, ingress, mesh, out);
        }
      }
    }
  }

  /** Whether the ports are those of an application: not all, which includes the one of the mesh, and not DNS or proxies'. */
  private static boolean isForTraffic(NetworkPorts ports) {
    if (ports.all() || ports.open()) {
      return false;
    }
    for (NetworkPorts.Span span : ports.spans()) {
      if (span.first() != 53 && !isOfProxy(span.first())) {
        return true;
      }
    }
    return !ports.names().isEmpty();
  }

  private static boolean isOfProxy(int port) {
    return (port >= 15000 && port < 15100) || port == 4190 || port == 4191;
  }

  /** Peers of the entry that are in the mesh. What goes out to everybody hardly is for the mesh. */
  private static @Nullable Peer peer(NetworkEntry entry, Plane plane, boolean ingress, Mesh mesh) {
    if (ingress && entry.isForEveryPod()) {
      return Peer.Special.ANYBODY;
    }
    for (CiliumSelection pods : entry.pods()) {
      Peer member = mesh.dataPlanes().member(pods, plane);
      if (member != null) {
        return member;
      }
    }
    return null;
  }

  /** Whether an annotation takes traffic past the mesh, for all or some ports. */
  private static boolean bypasses(MeshWorkload workload, Plane plane) {
    String key =
        plane == Plane.AMBIENT
            ? "ambient.istio.io/bypass-inbound-capture"
            : "config.linkerd.io/skip-inbound-ports";
    return workload.template().map(template -> template.annotation(key)).isPresent();
  }

  private static void report(
      NetworkEntry entry,
      MeshWorkload workload,
      Plane plane,
      int port,
      boolean ingress,
      Mesh mesh,
      Findings out) {
    String mode = plane == Plane.AMBIENT ? "in ambient mode" : "with Linkerd's proxy";
    Report report =
        out.report(
                entry.portsPlace(),
                ingress
                    ? "port %d is not allowed: pods %s get calls of the mesh on it, so those to %s time out"
                        .formatted(port, mode, workload.title())
                    : "port %d is not allowed: calls of the mesh to pods %s use it, so those of %s time out"
                        .formatted(port, mode, workload.title()))
            .related(workload, "is " + (plane == Plane.AMBIENT ? mode : "meshed"))
            .fix(fix(entry.view(), port));
    if (plane == Plane.LINKERD) {
      boolean certain = isTransportHeader(mesh) || (ingress && isOpaque(entry, workload, mesh));
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

  /** Whether Linkerd certainly sends everything to the port of the proxy, and not only what is opaque. */
  private static boolean isTransportHeader(Mesh mesh) {
    for (ConfigMap config : mesh.all(ConfigMap.class)) {
      View proxy = config.child("data").embedded("values", View::new).child("proxy");
      if (config.resource().name().equals("linkerd-config")
          && "transport-header".equals(proxy.value("outboundTransportMode", Text.Format.TEXT))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Fix fix(View entry, int port) {
    boolean cilium = entry.has("toPorts");
    String item =
        cilium
            ? "ports: [{port: \"" + port + "\", protocol: TCP}]"
            : "port: " + port + ", protocol: TCP";
    return entry.at(cilium ? "toPorts" : "ports").node() instanceof YamlSequence ports
        ? Fixes.insertItem("allow port " + port, false, ports, "{" + item + "}")
        : null;
  }
}
