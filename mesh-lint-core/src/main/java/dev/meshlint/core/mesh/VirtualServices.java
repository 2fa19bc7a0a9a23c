package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.Retries;
import dev.meshlint.core.model.istio.RoutedDestination;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The VirtualServices by the hosts whose traffic they route. Filled while the mesh is built, then only read. */
public final class VirtualServices {
  /** Of VirtualServices with one host so many are looked at most: more only repeat the finding. */
  private static final int COMPARED = 16;

  private static final int MOST_OWNERS = 1_000;

  private final ServiceRegistry registry;
  private final MeshConfiguration configuration;
  private final Map<String, List<Owner>> byHost = new HashMap<>();
  private final Map<String, List<VirtualService>> byDelegate = new HashMap<>();
  private final Set<String> throughGateways = new HashSet<>();
  private final Map<HostName, List<Leading>> leading = new HashMap<>();
  private final Names<VirtualService> byName;

  /**
   * A host that a VirtualService routes.
   *
   * @param routes the VirtualService
   * @param written the host as written
   * @param host the host as pilot reads it
   */
  public record Owner(VirtualService routes, Text written, HostName host) {}

  /**
   * A destination of a VirtualService.
   *
   * @param routes the VirtualService
   * @param destination the destination
   */
  public record Leading(VirtualService routes, RoutedDestination destination) {}

  VirtualServices(ServiceRegistry registry, MeshConfiguration configuration) {
    this.registry = registry;
    this.configuration = configuration;
    this.byName = new Names<>(configuration.settings(), List.of());
  }

  void add(VirtualService routes) {
    Resource resource = routes.resource();
    byName.add(resource.name(), resource.namespace(), routes);
    for (HttpRoute route : routes.http()) {
      Text delegate = route.delegate().name();
      if (delegate != null) {
        byDelegate.computeIfAbsent(delegate.value(), any -> new ArrayList<>(1)).add(routes);
      }
    }
    if (Gateways.appliesToGateways(routes)) {
      for (RoutedDestination routed : routes.destinations()) {
        Text host = routed.destination().host();
        if (host != null) {
          throughGateways.add(key(registry.read(host, resource.namespace())));
        }
      }
    }
    for (Text written : routes.hosts()) {
      HostName host = registry.read(written, resource.namespace());
      byHost
          .computeIfAbsent(key(host), any -> new ArrayList<>(1))
          .add(new Owner(routes, written, host));
    }
    for (RoutedDestination routed : routes.destinations()) {
      Text host = routed.destination().host();
      if (host != null) {
        leading
            .computeIfAbsent(registry.read(host, resource.namespace()), any -> new ArrayList<>(1))
            .add(new Leading(routes, routed));
      }
    }
  }

  /** All destinations of routes that are exactly this host. */
  public List<Leading> leadingTo(HostName host) {
    return leading.getOrDefault(host, List.of());
  }

  private static String key(HostName host) {
    if (host instanceof HostName.ServiceName name) {
      return name.name();
    }
    if (host instanceof HostName.External external) {
      return external.name();
    }
    return host instanceof HostName.Wildcard wildcard ? "*" + wildcard.suffix() : "";
  }

  /**
   * The VirtualService that a route delegates to.
   *
   * @param name its name
   * @param namespace its namespace as written; null for that of the route
   * @param from the resource that holds the route
   */
  public Answer<VirtualService> delegate(Text name, @Nullable Text namespace, Resource from) {
    if (name.open() || (namespace != null && namespace.open())) {
      return Answer.unknown(Answer.Why.PLACEHOLDER);
    }
    return namespace == null
        ? byName.findUnqualified(name.value(), from.namespace())
        : byName.find(name.value(), NamespaceRef.named(namespace.value()));
  }

  /**
   * The ports of the listeners that a VirtualService's routes are attached to: of its gateways, for sidecars of the
   * services that its hosts are, and for a delegate those of its roots. Empty where one of them is not in view.
   */
  public Set<Integer> listenerPorts(VirtualService routes, Gateways gateways) {
    if (!routes.hosts().isEmpty()) {
      return ownPorts(routes, gateways);
    }
    Set<Integer> ports = new TreeSet<>();
    for (VirtualService root : roots(routes)) {
      Set<Integer> ofRoot = root.hosts().isEmpty() ? Set.of() : ownPorts(root, gateways);
      if (ofRoot.isEmpty()) {
        return Set.of();
      }
      ports.addAll(ofRoot);
    }
    return ports;
  }

  /** Those that delegate to a VirtualService. */
  List<VirtualService> roots(VirtualService delegate) {
    List<VirtualService> roots = new ArrayList<>();
    Resource resource = delegate.resource();
    for (VirtualService root : byDelegate.getOrDefault(resource.name(), List.of())) {
      for (HttpRoute route : root.http()) {
        Text name = route.delegate().name();
        if (name != null
            && delegate(name, route.delegate().namespace(), root.resource())
                .values()
                .contains(delegate)) {
          roots.add(root);
          break;
        }
      }
    }
    return roots;
  }

  private Set<Integer> ownPorts(VirtualService routes, Gateways gateways) {
    Set<Integer> ports = new TreeSet<>();
    for (Text reference : routes.gateways()) {
      if (!reference.value().equals(Gateways.MESH)) {
        List<View> bound = gateways.resolve(reference, routes.resource()).values();
        if (bound.isEmpty()) {
          return Set.of();
        }
        bound.forEach(gateway -> ports.addAll(Gateways.ports(gateway)));
      }
    }
    if (Gateways.appliesToMesh(routes)) {
      for (Text host : routes.hosts()) {
        List<MeshService> services = registry.resolve(host, routes.resource().namespace()).values();
        if (services.isEmpty()) {
          return Set.of();
        }
        for (MeshService service : services) {
          service.ports().forEach(port -> ports.add(port.number() == null ? 0 : port.number()));
        }
      }
    }
    return ports;
  }

  /**
   * Who routes exactly this host; for a service of a namespace that may be the same, too. The first thousand: where more
   * route one host, each would be compared with all others.
   */
  public List<Owner> owners(HostName host) {
    List<Owner> owners = new ArrayList<>();
    List<Owner> all = byHost.getOrDefault(key(host), List.of());
    for (Owner owner : all.subList(0, Math.min(all.size(), MOST_OWNERS))) {
      if (same(owner.host(), host) != Same.NO) {
        owners.add(owner);
      }
    }
    return owners;
  }

  /** The first who route a wildcard that this host lies within; for this host the narrower one wins. */
  public List<Owner> around(HostName host) {
    String name =
        host instanceof HostName.ServiceName service && service.namespace().isNamed()
            ? registry.qualified(service.name(), service.namespace())
            : host instanceof HostName.External external
                ? external.name()
                : host instanceof HostName.Wildcard wildcard ? wildcard.suffix() : "";
    List<Owner> owners = new ArrayList<>();
    for (int dot = name.indexOf('.', 1); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      List<Owner> wide = byHost.getOrDefault('*' + name.substring(dot), List.of());
      owners.addAll(wide.subList(0, Math.min(wide.size(), COMPARED)));
    }
    return owners;
  }

  /** Whether two hosts are one. */
  public static Same same(HostName one, HostName other) {
    if (one instanceof HostName.ServiceName a && other instanceof HostName.ServiceName b) {
      return a.name().equals(b.name()) ? a.namespace().same(b.namespace()) : Same.NO;
    }
    if (one instanceof HostName.Open || other instanceof HostName.Open) {
      return Same.MAYBE;
    }
    return one.equals(other) ? Same.YES : Same.NO;
  }

  /** Whether some VirtualService sends traffic to this host that has come through a gateway. */
  public boolean passesGateway(HostName host) {
    return throughGateways.contains(key(host));
  }

  /** Whether another VirtualService may route one of the same hosts. */
  public boolean sharesHost(VirtualService routes) {
    for (Text written : routes.hosts()) {
      for (Owner owner : owners(registry.read(written, routes.resource().namespace()))) {
        if (owner.routes().resource() != routes.resource()) {
          return true;
        }
      }
    }
    return false;
  }

  /** To whom a VirtualService is exported. */
  public Visibility visibility(VirtualService routes) {
    return Visibility.of(
        routes.exportTo(),
        routes.resource().namespace(),
        configuration.defaultVirtualServiceExportTo());
  }

  /** The retries with at least one attempt of routes to this host, in VirtualServices for the host itself. */
  public List<Retries> retriesTowards(HostName host) {
    List<Retries> found = new ArrayList<>();
    for (Owner owner : owners(host)) {
      for (HttpRoute route : owner.routes().http()) {
        Integer attempts = route.retries().attempts();
        if (attempts != null && attempts > 0) {
          found.add(route.retries());
        }
      }
    }
    return found;
  }
}
