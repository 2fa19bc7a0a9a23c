package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.linkerd.EgressNetwork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Routes whose parent is a Service, a Server or an EgressNetwork: traffic inside the mesh. Source: Linkerd's references of
 * HTTPRoute and EgressNetwork.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class LinkerdRoutes {
  private final ByNamespace<Route> byParent = new ByNamespace<>();
  private final Names<MeshService> services;
  private boolean inUse;
  private boolean istio;
  private boolean hasOpenParents;

  LinkerdRoutes(Names<MeshService> services) {
    this.services = services;
  }

  /** What a route is attached to. */
  public enum Parent {
    /** Requests that arrive at pods. */
    SERVER,
    /** Requests to a Service. */
    SERVICE,
    /** Traffic that leaves the cluster. */
    EGRESS_NETWORK,
    /** Something that is not Linkerd's. */
    OTHER
  }

  void add(Route route) {
    for (Reference reference : route.parentRefs()) {
      Parent parent = parent(reference, route);
      Text name = reference.name();
      if (parent == Parent.OTHER || name == null) {
        continue;
      }
      hasOpenParents |= name.open();
      byParent.add(parent + "/" + name.value(), namespace(reference), route);
    }
  }

  /** Notes that a resource of Linkerd's, or of Istio's, is in view. */
  void note(boolean linkerds, boolean istios) {
    inUse |= linkerds;
    istio |= istios;
  }

  /** Whether Linkerd is plainly the mesh that reads the routes of Services: its resources are in view, Istio's are not. */
  public boolean isInUse() {
    return inUse && !istio;
  }

  /** What a parent of a route is, with the defaults of its field. */
  public static Parent parent(Reference reference, Route route) {
    String group = route.defaultParentGroup();
    if (reference.isTo(LinkerdPolicies.GROUP, "Server", group, "Gateway")) {
      return Parent.SERVER;
    }
    if (reference.isTo(LinkerdPolicies.GROUP, "EgressNetwork", group, "Gateway")) {
      return Parent.EGRESS_NETWORK;
    }
    return reference.isTo("", "Service", group, "Gateway")
            || reference.isTo("core", "Service", group, "Gateway")
        ? Parent.SERVICE
        : Parent.OTHER;
  }

  /**
   * Whether Linkerd certainly reads a route: by its own kind, by a parent of its own kind or in its own spelling, or because
   * no other mesh is there.
   */
  public boolean isLinkerds(Route route) {
    boolean own = route.resource().group().equals(LinkerdPolicies.GROUP) || isInUse();
    for (Reference reference : route.parentRefs()) {
      Parent parent = parent(reference, route);
      Text group = reference.group();
      if (parent == Parent.SERVER
          || parent == Parent.EGRESS_NETWORK
          || (parent == Parent.SERVICE && (own || (group != null && group.is("core"))))) {
        return true;
      }
    }
    return false;
  }

  /** The namespace in which a reference of a route is looked up. */
  public static NamespaceRef namespace(Reference reference) {
    Text namespace = reference.namespace();
    if (namespace == null) {
      return reference.resource().namespace();
    }
    return namespace.open() ? NamespaceRef.OPEN : NamespaceRef.named(namespace.value());
  }

  /** The routes that certainly or possibly have a Service as parent. */
  public List<Route> ofService(MeshService service) {
    return of(Parent.SERVICE, service.resource().name(), service.namespace());
  }

  /** The routes that certainly or possibly have an EgressNetwork as parent. */
  public List<Route> ofNetwork(EgressNetwork network) {
    return of(Parent.EGRESS_NETWORK, network.resource().name(), network.resource().namespace());
  }

  private List<Route> of(Parent parent, String name, NamespaceRef namespace) {
    return new ArrayList<>(new LinkedHashSet<>(byParent.maybe(parent + "/" + name, namespace)));
  }

  /** Whether a parent of some route is not known. */
  public boolean hasOpenParents() {
    return hasOpenParents;
  }

  /**
   * The Kubernetes Service with this name in a namespace.
   *
   * @param name its name
   * @param namespace its namespace
   * @return absent with the evidence that others are in view there, where some are
   */
  public Answer<MeshService> service(String name, NamespaceRef namespace) {
    Answer<MeshService> found = services.find(name, namespace);
    boolean others = services.index().namesIn(namespace).iterator().hasNext();
    return found instanceof Unknown<MeshService> unknown
            && unknown.why() == Why.NOT_IN_VIEW
            && others
        ? new Absent<>(Evidence.IN_VIEW, List.of(), null)
        : found;
  }
}
