package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.VirtualServices.Leading;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.EgressListener;
import dev.meshlint.core.model.istio.MeshConfig;
import dev.meshlint.core.model.istio.OutboundMode;
import dev.meshlint.core.model.istio.ServerPort;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.value.PortProtocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which Sidecar holds for workloads, and what it lets them see. Source: Istio's reference of Sidecar, and pilot, which adds
 * to the hosts that are imported the destinations of the VirtualServices that are. Immutable.
 */
public final class Sidecars {
  /** Stands for a host that is written in full. */
  private static final String QUALIFIED = ".";

  private final WorkloadPolicies policies;
  private final MeshConfiguration configuration;
  private final ServiceRegistry services;
  private final VirtualServices virtualServices;
  private final PolicyIndex<Sidecar> index = new PolicyIndex<>();

  Sidecars(Mesh mesh) {
    policies = mesh.policies();
    configuration = mesh.configuration();
    services = mesh.services();
    virtualServices = mesh.virtualServices();
    mesh.all(Sidecar.class).forEach(index::add);
    index.close();
  }

  /** The Sidecars that hold for pods: of several that claim the same ones only the oldest does. */
  public Answer<Sidecar> of(PodGroup pods) {
    NamespaceRef root = policies.root();
    if (pods.namespace().kind() == NamespaceRef.Kind.OPEN
        || index.mayHoldOthers(pods.namespace(), root)) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    SelectorIndex<Sidecar> own = index.in(pods.namespace());
    List<Sidecar> selecting = own.selecting(pods);
    if (!selecting.isEmpty()) {
      return new Found<>(selecting);
    }
    if (!own.open().isEmpty() || own.perhapsSelecting(pods) != null) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    List<Sidecar> whole = own.whole().isEmpty() ? index.in(root).whole() : own.whole();
    return whole.isEmpty() ? new Unknown<>(Why.NOT_IN_VIEW) : new Found<>(whole);
  }

  /**
   * The Sidecars that may hold for workloads of a namespace.
   *
   * @return absent never; unknown where some workloads may have none, and see everything
   */
  Answer<Sidecar> ofAll(NamespaceRef namespace) {
    SelectorIndex<Sidecar> own = index.in(namespace);
    if (!own.open().isEmpty() || index.mayHoldOthers(namespace, policies.root())) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    List<Sidecar> holding = new ArrayList<>(own.all());
    if (own.whole().isEmpty()) {
      List<Sidecar> defaults = index.in(policies.root()).whole();
      if (defaults.isEmpty()) {
        return new Unknown<>(Why.NOT_IN_VIEW);
      }
      holding.addAll(defaults);
    }
    return new Found<>(holding);
  }

  /** The namespaces that hold Sidecars. */
  Set<NamespaceRef> namespaces() {
    return index.namespaces();
  }

  /** Whether workloads of a namespace with this Sidecar see a VirtualService. */
  public Same imports(Sidecar sidecar, NamespaceRef client, VirtualService routes) {
    NamespaceRef owner = routes.resource().namespace();
    Same answer = Same.NO;
    for (Text written : routes.hosts()) {
      HostName host = services.read(written, owner);
      Same same = imports(sidecar, client, host, owner, true, null);
      if (same == Same.YES) {
        return same;
      }
      answer = same == Same.MAYBE ? same : answer;
    }
    return answer;
  }

  /**
   * Whether workloads of a namespace with this Sidecar see a service: because the Sidecar imports it, or a VirtualService
   * that leads there.
   *
   * @param host the host of the service
   * @param owner the namespace of the Service or ServiceEntry
   */
  public Same imports(Sidecar sidecar, NamespaceRef client, HostName host, NamespaceRef owner) {
    return imports(sidecar, client, host, owner, null);
  }

  /**
   * As {@link #imports(Sidecar, NamespaceRef, HostName, NamespaceRef)}, for one port of the service.
   *
   * @param port the port; null for any
   */
  Same imports(
      Sidecar sidecar,
      NamespaceRef client,
      HostName host,
      NamespaceRef owner,
      @Nullable Integer port) {
    Same answer = imports(sidecar, client, host, owner, false, port);
    Set<Resource> asked = new HashSet<>();
    for (Leading leading : virtualServices.leadingTo(host)) {
      VirtualService routes = leading.routes();
      if (answer == Same.YES || !asked.add(routes.resource())) {
        continue;
      }
      boolean seen =
          Gateways.appliesToMesh(routes)
              && virtualServices.visibility(routes).from(client) != Same.NO;
      Same leads = seen ? imports(sidecar, client, routes) : Same.NO;
      answer = leads == Same.NO ? answer : leads;
    }
    return answer;
  }

  private Same imports(
      Sidecar sidecar,
      NamespaceRef client,
      HostName host,
      NamespaceRef owner,
      boolean routes,
      @Nullable Integer port) {
    if (!sidecar.spec().has("egress")) {
      return Same.YES;
    }
    Same answer = sidecar.spec().isOpen("egress") ? Same.MAYBE : Same.NO;
    for (EgressListener listener : sidecar.egress()) {
      Same listed = lists(listener, client, host, owner, routes);
      Same here = listed == Same.NO ? listed : and(listed, carries(listener, host, port));
      answer = or(answer, here);
    }
    return answer;
  }

  /** Whether the hosts of a listener hold this one; what they exclude does not count. */
  private static Same lists(
      EgressListener listener,
      NamespaceRef client,
      HostName host,
      NamespaceRef owner,
      boolean routes) {
    Same answer = listener.isOpen("hosts") ? Same.MAYBE : Same.NO;
    Same excluded = Same.NO;
    for (Text written : listener.hosts()) {
      EgressHost entry = EgressHost.of(written, client);
      if (entry == null) {
        answer = or(answer, Same.MAYBE);
      } else {
        Same meant = routes ? entry.meets(host) : entry.covers(host);
        Same here = and(meant, entry.isFor(owner));
        excluded = entry.excluded() ? or(excluded, here) : excluded;
        answer = entry.excluded() ? answer : or(answer, here);
      }
    }
    return switch (excluded) {
      case YES -> Same.NO;
      case MAYBE -> and(answer, Same.MAYBE);
      case NO -> answer;
    };
  }

  /**
   * Whether a listener takes the calls to a port of a host. One with a port of its own is for services that have that
   * port, and for it alone; but a proxy for HTTP takes all.
   */
  private Same carries(EgressListener listener, HostName host, @Nullable Integer wanted) {
    ServerPort port = listener.port();
    Text protocol = port.protocol();
    if (!port.present()
        || (protocol != null && PortProtocol.parse(protocol.value()) == PortProtocol.HTTP_PROXY)) {
      return listener.isOpen("port") ? Same.MAYBE : Same.YES;
    }
    Integer number = port.number();
    if (number == null) {
      return Same.MAYBE;
    }
    if (number == 0) {
      return Same.YES;
    }
    if (wanted != null) {
      return number.equals(wanted) ? Same.YES : Same.NO;
    }
    List<MeshService> found = services.resolve(host, QUALIFIED, NamespaceRef.OPEN).values();
    Same answer = found.isEmpty() ? Same.MAYBE : Same.NO;
    for (MeshService service : found) {
      if (service.port(number) != null) {
        return Same.YES;
      }
      answer = service.hasKnownPorts() ? answer : Same.MAYBE;
    }
    return answer;
  }

  private static Same or(Same one, Same other) {
    return one == Same.YES || other == Same.YES ? Same.YES : one == Same.MAYBE ? one : other;
  }

  private static Same and(Same one, Same other) {
    return one == Same.NO || other == Same.NO ? Same.NO : one == Same.MAYBE ? one : other;
  }

  /** Whether calls of workloads with this Sidecar to hosts that they do not see certainly fail. */
  public boolean isClosed(Sidecar sidecar) {
    if (sidecar.spec().has("outboundTrafficPolicy")) {
      return sidecar.outboundTrafficPolicy().mode() == OutboundMode.REGISTRY_ONLY;
    }
    for (MeshConfig config : configuration.views()) {
      if (config.outboundTrafficPolicy().present()) {
        return config.outboundTrafficPolicy().mode() == OutboundMode.REGISTRY_ONLY;
      }
    }
    return false;
  }
}
