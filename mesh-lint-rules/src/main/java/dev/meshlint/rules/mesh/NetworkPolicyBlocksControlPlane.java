package dev.meshlint.rules.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.ControlPlanes.Component;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.NetworkEntry;
import dev.meshlint.core.mesh.NetworkSide;
import dev.meshlint.core.mesh.Peer;
import dev.meshlint.core.mesh.PodGroup;
import dev.meshlint.core.mesh.PodIsolation;
import dev.meshlint.core.mesh.PodIsolation.Reach;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Policies of the network that cut the control plane of a mesh off from its proxies or from the API server. */
public final class NetworkPolicyBlocksControlPlane extends MeshRule {
  public NetworkPolicyBlocksControlPlane() {
    super("mesh-network-policy-blocks-control-plane");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    if (mesh.networkPolicies().isEmpty()) {
      return;
    }
    Set<NetworkSide> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Component component : Component.values()) {
      if (!mesh.operation().controlPlanes().mayBeThere(component)) {
        continue;
      }
      for (PodGroup pods : mesh.operation().controlPlanes().pods(component)) {
        checkIngress(component, pods, mesh, out);
      }
      if (component.proxyPort() > 0) {
        checkEgress(component, mesh, seen, out);
      }
    }
  }

  /** A policy that only closes says nothing about what others, which need not be in view, allow. */
  private static void checkIngress(Component component, PodGroup pods, Mesh mesh, Findings out) {
    PodIsolation isolation = mesh.networkPolicies().ingress(pods);
    List<NetworkSide> isolating = isolation.isolating();
    if (isolating.isEmpty() || !isolation.allowsSomething()) {
      return;
    }
    for (int port : component.proxyPorts()) {
      if (isolation.reach(Peer.Special.ANYBODY, port, null) == Reach.DENIED) {
        out.report(
                isolating.get(0),
                "no policy allows port %d of %s: proxies get neither configuration nor certificates"
                    .formatted(port, component))
            .fix(PolicyEntries.port(isolating.get(0), port));
        return;
      }
    }
    int port = component.proxyPort();
    Namespace cutOff = port > 0 ? cutOff(component, isolation, mesh) : null;
    if (cutOff != null) {
      out.report(
              isolating.get(0),
              "no policy lets proxies of namespace \"%s\" reach port %d of %s: they get neither configuration nor certificates"
                  .formatted(cutOff.resource().name(), port, component))
          .related(cutOff, "a namespace of the mesh")
          .fix(PolicyEntries.port(isolating.get(0), port));
      return;
    }
    for (int webhook : component.webhookPorts()) {
      if (isolation.reach(Peer.Special.API_SERVER, webhook, null) == Reach.DENIED) {
        out.report(
                isolating.get(0),
                "no policy lets the API server call port %d of %s: its webhooks fail, for injection and validation"
                    .formatted(webhook, component))
            .fix(PolicyEntries.port(isolating.get(0), webhook));
        return;
      }
    }
  }

  /** A namespace of the mesh from which nothing gets to the control plane; null if there is none. */
  private static @Nullable Namespace cutOff(
      Component component, PodIsolation isolation, Mesh mesh) {
    for (Namespace namespace : mesh.operation().dataPlanes().namespaces(component.plane())) {
      NamespaceRef name = NamespaceRef.named(namespace.resource().name());
      Peer pods = new Peer.Pods(new PodGroup(name, Map.of(), false));
      if (isolation.reach(pods, component.proxyPort(), null) == Reach.DENIED) {
        return namespace;
      }
    }
    return null;
  }

  private static void checkEgress(
      Component component, Mesh mesh, Set<NetworkSide> seen, Findings out) {
    List<PodGroup> servers = mesh.operation().controlPlanes().pods(component);
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (workload.hasOpenLabels()
          || !mesh.operation().dataPlanes().isPart(workload, component.plane())) {
        continue;
      }
      PodIsolation isolation = mesh.networkPolicies().egress(workload);
      List<NetworkSide> isolating = isolation.isolating();
      if (isolating.isEmpty()
          || !isolation.allowsSomething()
          || isAllowed(component, isolation, servers)
          || !seen.add(isolating.get(0))) {
        continue;
      }
      NamespaceRef namespace = servers.get(0).namespace();
      Report report =
          out.report(
                  isolating.get(0),
                  "no policy lets the proxy of %s reach port %d of %s in namespace \"%s\": the pod never gets ready"
                      .formatted(
                          workload.title(), component.proxyPort(), component, namespace.name()))
              .related(workload, "the workload in the mesh")
              .fix(
                  PolicyEntries.namespace(
                      isolating.get(0), namespace.name(), component.proxyPort()));
      if (!mesh.namespaces().inView(namespace.name())) {
        report.as("assumed");
      }
    }
  }

  /** Who names the port means a control plane, wherever it is installed. */
  private static boolean isAllowed(
      Component component, PodIsolation isolation, List<PodGroup> servers) {
    int port = component.proxyPort();
    for (NetworkSide side : isolation.policies()) {
      for (NetworkEntry entry : side.entries()) {
        if (!entry.isDeny()
            && !entry.ports().all()
            && entry.ports().hold(port, null) != NamespaceRef.Same.NO) {
          return true;
        }
      }
    }
    for (PodGroup pods : servers) {
      if (isolation.reach(new Peer.Pods(pods), port, null) != Reach.DENIED) {
        return true;
      }
    }
    return false;
  }
}
