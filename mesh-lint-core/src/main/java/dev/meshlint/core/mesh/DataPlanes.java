package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.mesh.MutualTls.ClientSide;
import dev.meshlint.core.mesh.WorkloadPolicies.EffectiveMtls;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.istio.IstioOperator;
import dev.meshlint.core.model.istio.MtlsMode;
import dev.meshlint.core.model.kubernetes.ChartInstallation;
import dev.meshlint.core.model.kubernetes.Namespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose traffic goes through which mesh. Safe for any number of threads. */
public final class DataPlanes {
  private static final Set<String> PLUGINS = Set.of("istio-cni-node", "linkerd-cni");

  private final Mesh mesh;
  private final Map<String, Optional<Peer>> members = new HashMap<>();

  DataPlanes(Mesh mesh) {
    this.mesh = mesh;
  }

  /** What carries the traffic between pods. */
  public enum Plane {
    /** Istio's sidecars. */
    SIDECAR("with a sidecar of Istio", 0, "traffic.sidecar.istio.io/excludeInboundPorts"),
    /** Istio's ambient mode. */
    AMBIENT("in ambient mode", 15008, "ambient.istio.io/bypass-inbound-capture"),
    /** Linkerd's proxies. */
    LINKERD("with Linkerd's proxy", 4143, "config.linkerd.io/skip-inbound-ports");

    private final String description;
    private final int port;
    private final String bypass;

    Plane(String description, int port, String bypass) {
      this.description = description;
      this.port = port;
      this.bypass = bypass;
    }

    /** The port of the pods to which it takes their traffic; 0 where that keeps the port of the application. */
    public int port() {
      return port;
    }

    /** What pods are that are part of it: {@code in ambient mode}. */
    @Override
    public String toString() {
      return description;
    }
  }

  /** Whether an annotation takes traffic to a workload past it, for all or some ports. */
  public static boolean isBypassed(MeshWorkload workload, Plane plane) {
    return workload.template().map(pods -> pods.annotation(plane.bypass)).isPresent();
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

  /** What puts the first workload or namespace in view into one of these; null where nothing is part of any. */
  public @Nullable Located first(List<Plane> planes) {
    for (Plane plane : planes) {
      for (Namespace namespace : mesh.all(Namespace.class)) {
        if (isPart(NamespaceRef.named(namespace.resource().name()), plane)) {
          return namespace;
        }
      }
      for (MeshWorkload workload : mesh.workloads().all()) {
        if (isPart(workload, plane)) {
          return workload;
        }
      }
    }
    return null;
  }

  /**
   * What runs or asks for a CNI plugin of a mesh: its DaemonSet, its chart, installer input that switches it on, or ambient
   * mode, which needs it; null where nothing in view does.
   */
  public @Nullable Located plugin() {
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (PLUGINS.contains(workload.resource().name())) {
        return workload;
      }
    }
    for (IstioOperator operator : mesh.all(IstioOperator.class)) {
      if (operator.components().child("cni").isTrue("enabled")) {
        return operator.components().child("cni");
      }
    }
    for (Resource resource : mesh.resources()) {
      if (resource.kind().equals("IstioCNI")) {
        return resource;
      }
    }
    for (ChartInstallation chart : mesh.charts()) {
      if (chart.name().equals("linkerd2-cni")
          || (chart.name().equals("cni") && isOfIstio(chart.resource()))) {
        return chart.resource();
      }
    }
    return first(List.of(Plane.AMBIENT));
  }

  private static boolean isOfIstio(Resource resource) {
    return resource.name().contains("istio") || resource.namespace().name().contains("istio");
  }

  /** As {@link #member(CiliumSelection, Plane)}, among the pods that an entry of a policy names as peers. */
  public @Nullable Peer member(NetworkEntry entry, Plane plane) {
    for (CiliumSelection pods : entry.pods()) {
      Peer member = member(pods, plane);
      if (member != null) {
        return member;
      }
    }
    return null;
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
            plane.name() + " " + kind(selection.scope()) + " " + selection.canonical(),
            any -> Optional.ofNullable(find(selection, plane)))
        .orElse(null);
  }

  private static String kind(@Nullable NamespaceRef namespace) {
    return namespace == null ? "" : namespace.kind().name();
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
      boolean sends =
          isPart(workload, plane) || (plane == Plane.AMBIENT && isGateway(workload, "istio"));
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

  /** The namespaces in view whose pods are part of it unless they say otherwise. */
  public List<Namespace> namespaces(Plane plane) {
    List<Namespace> namespaces = new ArrayList<>();
    for (Namespace namespace : mesh.all(Namespace.class)) {
      if (isPart(NamespaceRef.named(namespace.resource().name()), plane)) {
        namespaces.add(namespace);
      }
    }
    return namespaces;
  }

  private boolean isPart(NamespaceRef namespace, Plane plane) {
    Proxy proxy = mesh.injection().ofNamespace(mesh.namespaces().objects(namespace)).proxy();
    return switch (plane) {
      case SIDECAR -> proxy == Proxy.SIDECAR;
      case AMBIENT -> proxy == Proxy.AMBIENT;
      case LINKERD -> mesh.linkerd().injection().ofNamespace(namespace).isMeshed();
    };
  }

  /**
   * Whether traffic to pods with sidecars is certainly mutual TLS.
   *
   * @param server the pods
   * @param port their port
   * @param meshed whether the client has a sidecar too, which then encrypts unless it is told not to
   */
  public boolean isMutualTls(PodGroup server, int port, boolean meshed) {
    Answer<EffectiveMtls> asked = mesh.policies().mtls(server, port);
    boolean strict = asked.isFound();
    boolean permissive = strict;
    for (EffectiveMtls one : asked.values()) {
      strict &= one.mode() == MtlsMode.STRICT;
      permissive &= one.mode() == MtlsMode.STRICT || one.mode() == MtlsMode.PERMISSIVE;
    }
    boolean byDefault =
        asked instanceof Unknown<EffectiveMtls> unknown && unknown.why() == Why.NOT_IN_VIEW;
    return strict || ((permissive || byDefault) && meshed && isEncryptedByClients(server));
  }

  private boolean isEncryptedByClients(PodGroup server) {
    List<ClientSide> clients = mesh.mutualTls().clientsOf(server).values();
    for (ClientSide client : clients) {
      if (client.isAnonymous()) {
        return false;
      }
    }
    return !clients.isEmpty();
  }
}
