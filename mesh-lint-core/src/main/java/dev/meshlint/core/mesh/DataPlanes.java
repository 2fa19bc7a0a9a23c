package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Gateway;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose traffic goes through which mesh. Safe for any number of threads. */
public final class DataPlanes {
  private final Mesh mesh;
  private final Map<String, Optional<Peer>> members = new HashMap<>();

  DataPlanes(Mesh mesh) {
    this.mesh = mesh;
  }

  /** What carries the traffic between pods. */
  public enum Plane {
    /** Istio's sidecars. */
    SIDECAR,
    /** Istio's ambient mode. */
    AMBIENT,
    /** Linkerd's proxies. */
    LINKERD
  }

  /** Whether a workload is certainly part of it. Of ambient mode Istio's waypoints are part too. */
  public boolean isPart(MeshWorkload workload, Plane plane) {
    return switch (plane) {
      case SIDECAR -> mesh.injection().of(workload).proxy() == Proxy.SIDECAR;
      case AMBIENT ->
          mesh.injection().of(workload).proxy() == Proxy.AMBIENT
              || isGateway(workload, "istio-waypoint");
      case LINKERD -> mesh.linkerd().injection().of(workload).isMeshed();
    };
  }

  private static boolean isGateway(MeshWorkload workload, String className) {
    Text name = workload.view() instanceof Gateway gateway ? gateway.gatewayClassName() : null;
    return name != null && name.is(className);
  }

  /**
   * Pods that are part of it, among those that a policy names: workloads in view, else all that it names in a namespace that
   * is part of it.
   *
   * @return null where none certainly are
   */
  public synchronized @Nullable Peer member(CiliumSelection selection, Plane plane) {
    return members
        .computeIfAbsent(
            plane + " " + selection.canonical(),
            any -> Optional.ofNullable(find(selection, plane)))
        .orElse(null);
  }

  private @Nullable Peer find(CiliumSelection selection, Plane plane) {
    NamespaceRef scope = selection.scope();
    Selector labels = selection.labels();
    if (selection.open() || scope == null) {
      return null;
    }
    NamespaceLabels namespaces = mesh.networkPolicies().namespaces();
    for (MeshWorkload workload : mesh.workloads().certain(labels, scope)) {
      PodGroup pods = NetworkPolicies.podsOf(workload);
      boolean sends = isPart(workload, plane) || (plane == Plane.AMBIENT && isGateway(workload, "istio"));
      if (sends
          && !workload.hasOpenLabels()
          && selection.selects(pods, namespaces) == NamespaceRef.Same.YES) {
        return new Peer.Pods(pods);
      }
    }
    PodGroup pods = new PodGroup(scope, labels.labels(), false);
    boolean known = selection.selects(pods, namespaces) == NamespaceRef.Same.YES;
    return known && isPart(scope, plane) ? new Peer.Pods(pods) : null;
  }

  private boolean isPart(NamespaceRef namespace, Plane plane) {
    Proxy proxy = mesh.injection().ofNamespace(mesh.namespaces().objects(namespace)).proxy();
    return switch (plane) {
      case SIDECAR -> proxy == Proxy.SIDECAR;
      case AMBIENT -> proxy == Proxy.AMBIENT;
      case LINKERD -> mesh.linkerd().injection().ofNamespace(namespace).isMeshed();
    };
  }
}
