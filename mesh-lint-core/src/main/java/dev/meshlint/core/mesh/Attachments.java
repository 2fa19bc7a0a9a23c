package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Attachment.Outcome;
import dev.meshlint.core.mesh.ListenerStages.Result;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteBackend;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which routes of the Gateway API attach to which parents, as implementations resolve it: Gateways and ListenerSets by
 * their listeners, Services (GAMMA) by their ports, other parents by their existence.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class Attachments {
  private final Objects objects;
  private final Kustomizations kustomizations;
  private final ListenerStages stages;
  private final Admission admission;
  private final Map<Route, List<Attachment>> byRoute = new IdentityHashMap<>();
  private final List<Route> routes = new ArrayList<>();

  Attachments(Objects objects, Namespaces namespaces, Kustomizations kustomizations) {
    this.objects = objects;
    this.kustomizations = kustomizations;
    this.admission = new Admission(namespaces, kustomizations);
    this.stages = new ListenerStages(admission);
  }

  /** Adds the routes among these views: first what they name, then what that is. */
  void addAll(Collection<List<View>> views) {
    List<Route> all = new ArrayList<>();
    for (List<View> ofType : views) {
      for (View view : ofType) {
        if (view instanceof Route route) {
          all.add(route);
        }
      }
    }
    all.forEach(this::refer);
    all.forEach(this::add);
  }

  private void refer(Route route) {
    NamespaceRef own = route.resource().namespace();
    for (Reference reference : route.parentRefs()) {
      refer(ObjectName.of(reference, route.defaultParentGroup(), "Gateway", own), route);
    }
    for (RouteBackend backend : route.backends()) {
      refer(ObjectName.of(backend.backend(), "", "Service", own), route);
    }
  }

  private void refer(@Nullable ObjectName name, Route route) {
    if (name != null) {
      objects.refer(name, route.resource());
    }
  }

  private void add(Route route) {
    List<Attachment> all = new ArrayList<>();
    for (Reference reference : route.parentRefs()) {
      ObjectName parent =
          ObjectName.of(
              reference, route.defaultParentGroup(), "Gateway", route.resource().namespace());
      if (parent != null) {
        all.add(attach(route, reference, parent));
      }
    }
    routes.add(route);
    byRoute.put(route, all);
  }

  /** All routes: those of the Gateway API and of Linkerd. */
  public List<Route> routes() {
    return new ArrayList<>(routes);
  }

  /** The parents of a route; those whose reference holds a placeholder are left out. */
  public List<Attachment> of(Route route) {
    return byRoute.getOrDefault(route, List.of());
  }

  /** The parents of all routes. */
  public List<Attachment> all() {
    List<Attachment> all = new ArrayList<>();
    routes.forEach(route -> all.addAll(of(route)));
    return all;
  }

  /** The backends of a route and what they name; those whose reference holds a placeholder are left out. */
  public List<BackendTarget> backends(Route route) {
    List<BackendTarget> all = new ArrayList<>();
    if (kustomizations.isPatched(route.resource())) {
      return all;
    }
    for (RouteBackend backend : route.backends()) {
      ObjectName target =
          ObjectName.of(backend.backend(), "", "Service", route.resource().namespace());
      if (target != null) {
        all.add(new BackendTarget(backend, target, objects.find(target, route.resource())));
      }
    }
    return all;
  }

  /** Whether a route is one of the mesh: every parent is a Service or the like, none a gateway. */
  public boolean isMeshRoute(Route route) {
    List<Reference> references = route.parentRefs();
    for (Reference reference : references) {
      Text kind = reference.kind();
      if (kind == null || kind.open() || isGatewayKind(kind.value())) {
        return false;
      }
    }
    return !references.isEmpty();
  }

  /** Whether objects of this kind have listeners. */
  public static boolean isGatewayKind(String kind) {
    return kind.equals("Gateway") || kind.equals("ListenerSet") || kind.equals("XListenerSet");
  }

  /** Whether the Gateway of a ListenerSet admits it; maybe where no Gateway is in view. */
  public NamespaceRef.Same admits(ListenerSet set) {
    ObjectName parent =
        ObjectName.of(
            set.parentRef(), Attachment.GATEWAY_GROUP, "Gateway", set.resource().namespace());
    if (parent == null || kustomizations.isPatched(set.resource())) {
      return NamespaceRef.Same.MAYBE;
    }
    NamespaceRef.Same result = NamespaceRef.Same.MAYBE;
    for (Located object : objects.find(parent, set.resource()).values()) {
      if (!(object instanceof Gateway gateway) || kustomizations.isPatched(gateway.resource())) {
        return NamespaceRef.Same.MAYBE;
      }
      NamespaceRef holder = gateway.resource().namespace();
      NamespaceRef.Same one =
          admission.admits(gateway.allowedListeners(), "None", holder, set.resource().namespace());
      if (one != NamespaceRef.Same.NO) {
        return one;
      }
      result = one;
    }
    return result;
  }

  private Attachment attach(Route route, Reference reference, ObjectName parent) {
    Answer<Located> found = objects.find(parent, route.resource());
    Result result = Result.UNKNOWN;
    if (found instanceof NotFound) {
      result = new Result(Outcome.NO_PARENT, List.of());
    } else if (!kustomizations.isPatched(route.resource())) {
      result = furthest(route, reference, found.values());
    }
    return new Attachment(route, reference, parent, found, result.outcome(), result.listeners());
  }

  /** Whether nothing is known to stop a route from attaching to a parent of the same name in another namespace. */
  public boolean mayAttach(Attachment attachment, String namespace) {
    ObjectName parent = attachment.parent();
    ObjectName other =
        new ObjectName(
            parent.group(), parent.kind(), NamespaceRef.named(namespace), parent.name(), true);
    Route route = attachment.route();
    Outcome outcome =
        furthest(route, attachment.reference(), objects.find(other, route.resource()).values())
            .outcome();
    return outcome == Outcome.ATTACHED || outcome == Outcome.UNKNOWN;
  }

  /** Of alternatives one is enough. */
  private Result furthest(Route route, Reference reference, List<Located> parents) {
    Result best = null;
    for (Located parent : parents) {
      Result one = attach(route, reference, parent);
      if (best == null || one.outcome().compareTo(best.outcome()) > 0) {
        best = one;
      }
    }
    return best == null ? Result.UNKNOWN : best;
  }

  private Result attach(Route route, Reference reference, Located parent) {
    if (!(parent instanceof View view) || kustomizations.isPatched(view.resource())) {
      return Result.UNKNOWN;
    }
    NamespaceRef holder = view.resource().namespace();
    boolean known = ListenerStages.areKnown(view.child("spec"));
    if (view instanceof Gateway gateway && known && isStandard(route)) {
      return stages.attach(route, reference, gateway.listeners(), holder);
    }
    if (view instanceof ListenerSet set && known && isStandard(route)) {
      return stages.attach(route, reference, set.listeners(), holder);
    }
    return view instanceof Service service ? toService(reference, service) : Result.UNKNOWN;
  }

  /** Linkerd's own routes attach to no Gateway; that they name one is another matter. */
  private static boolean isStandard(Route route) {
    return route.resource().group().equals(Attachment.GATEWAY_GROUP);
  }

  private static Result toService(Reference reference, Service service) {
    boolean open = reference.isOpen("sectionName") || reference.isOpen("port");
    List<ServicePort> ports = service.ports();
    if (open || ports.isEmpty() || service.spec().isOpen("ports")) {
      return Result.UNKNOWN;
    }
    Text section = reference.sectionName();
    Integer port = reference.port();
    Outcome outcome = section == null ? Outcome.ATTACHED : Outcome.NO_SECTION;
    boolean hasPort = port == null;
    for (ServicePort one : ports) {
      if (one.port() == null) {
        return Result.UNKNOWN;
      }
      hasPort |= one.port().equals(port);
      if (section != null && section.value().equals(text(one.name()))) {
        outcome = Outcome.ATTACHED;
      }
    }
    return new Result(
        outcome == Outcome.ATTACHED && !hasPort ? Outcome.NO_PORT : outcome, List.of());
  }

  private static @Nullable String text(@Nullable Text text) {
    return text == null ? null : text.value();
  }
}
