package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.DataPlanes.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The pods of the meshes' control planes and the ports on which they serve. Sources: Istio's "Application Requirements"
 * (ports used by Istio), the charts of Linkerd's control plane. Immutable.
 */
public final class ControlPlanes {
  private final Mesh mesh;
  private final DataPlanes dataPlanes;

  /** A part of a control plane. */
  public enum Component {
    /** Istio's, for proxies and, as a webhook, for the API server. */
    ISTIOD(Plane.SIDECAR, "app", "istiod", 15012),
    /** Linkerd's discovery, in one pod with its policies and two webhooks. */
    DESTINATION(Plane.LINKERD, Component.OF_LINKERD, "destination", 8086),
    /** Linkerd's issuer of certificates. */
    IDENTITY(Plane.LINKERD, Component.OF_LINKERD, "identity", 8080),
    /** Linkerd's injector. */
    INJECTOR(Plane.LINKERD, Component.OF_LINKERD, "proxy-injector", 0);

    private static final String OF_LINKERD = "linkerd.io/control-plane-component";

    private final Plane plane;
    private final String label;
    private final String title;
    private final int proxyPort;

    Component(Plane plane, String label, String title, int proxyPort) {
      this.plane = plane;
      this.label = label;
      this.title = title;
      this.proxyPort = proxyPort;
    }

    /** The mesh that it controls. */
    public Plane plane() {
      return plane;
    }

    /** The port for proxies; 0 where it has none. */
    public int proxyPort() {
      return proxyPort;
    }

    /** All ports for proxies: Linkerd's get policies from a port of its own. */
    public List<Integer> proxyPorts() {
      return this == DESTINATION
          ? List.of(proxyPort, 8090)
          : proxyPort == 0 ? List.of() : List.of(proxyPort);
    }

    /** The ports for the API server. */
    public List<Integer> webhookPorts() {
      return switch (this) {
        case ISTIOD -> List.of(15017);
        case DESTINATION -> List.of(8443, 9443);
        case IDENTITY -> List.of();
        case INJECTOR -> List.of(8443);
      };
    }

    /** The namespace in which it is installed unless somebody decides otherwise. */
    public NamespaceRef usualNamespace() {
      return NamespaceRef.named(plane == Plane.LINKERD ? "linkerd" : "istio-system");
    }

    /** Its name, as its pods are labelled. */
    @Override
    public String toString() {
      return title;
    }
  }

  ControlPlanes(Mesh mesh, DataPlanes dataPlanes) {
    this.mesh = mesh;
    this.dataPlanes = dataPlanes;
  }

  /**
   * Whether anything in view speaks of a component: its pods, the namespace in which it usually is, or something that is
   * part of its mesh.
   */
  public boolean mayBeThere(Component component) {
    List<Plane> planes =
        component.plane() == Plane.LINKERD
            ? List.of(Plane.LINKERD)
            : List.of(Plane.SIDECAR, Plane.AMBIENT);
    return mesh.namespaces().inView(component.usualNamespace().name())
        || !inView(component).isEmpty()
        || dataPlanes.first(planes) != null;
  }

  /** The workloads in view that are this component. */
  public List<MeshWorkload> inView(Component component) {
    return mesh.workloads()
        .everywhere(new Selector(Map.of(component.label, component.title), false));
  }

  /** The pods of a component: those in view, else those in the usual namespace. */
  public List<PodGroup> pods(Component component) {
    List<PodGroup> pods = new ArrayList<>();
    for (MeshWorkload workload : inView(component)) {
      pods.add(NetworkPolicies.podsOf(workload));
    }
    if (pods.isEmpty()) {
      Map<String, String> labels =
          component == Component.ISTIOD
              ? Map.of("app", "istiod", "istio", "pilot")
              : Map.of(component.label, component.title);
      pods.add(new PodGroup(component.usualNamespace(), labels, false));
    }
    return pods;
  }
}
