package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.ExtensionProvider;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.L4Match;
import dev.meshlint.core.model.istio.MeshConfig;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.Telemetry;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.value.NamespacedHost;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Sidecars hide from their workloads though these certainly need it: VirtualServices that speak of these workloads, and
 * the services of the providers that their policies name. What they merely may call is not known from files.
 */
public final class HiddenHosts {
  private final Mesh mesh;
  private final Sidecars sidecars;
  private final Set<Hidden> hidden = new LinkedHashSet<>();

  /**
   * Something hidden.
   *
   * @param sidecar the Sidecar that hides it
   * @param need what the workloads need it for: a VirtualService, or the name of a provider
   * @param entry what the Sidecar would have to import, such as {@code ./api.example.com}
   * @param effect what comes of it
   */
  public record Hidden(Sidecar sidecar, Located need, String entry, Effect effect) {}

  /** What comes of it. */
  public enum Effect {
    /** Calls go out as if there were no routes. */
    IGNORED_ROUTES,
    /** Calls to the hosts of the routes fail: only known hosts may be called. */
    BLOCKED_CALLS,
    /** A policy of action CUSTOM denies every request. */
    DENIED_REQUESTS,
    /** Telemetry is lost. */
    LOST_TELEMETRY
  }

  private HiddenHosts(Mesh mesh) {
    this.mesh = mesh;
    sidecars = mesh.sidecars();
  }

  /** All of them, in the order of what needs them. */
  public static List<Hidden> of(Mesh mesh) {
    HiddenHosts hosts = new HiddenHosts(mesh);
    List<Sidecar> all = mesh.all(Sidecar.class);
    if (!all.isEmpty()) {
      mesh.all(VirtualService.class).forEach(hosts::addRoutes);
      for (AuthorizationPolicy policy : mesh.all(AuthorizationPolicy.class)) {
        Text provider = policy.provider();
        if (provider != null) {
          hosts.addProvider(provider, hosts.holdingFor(policy), Effect.DENIED_REQUESTS);
        }
      }
      for (Telemetry telemetry : mesh.all(Telemetry.class)) {
        for (Text provider : telemetry.providers()) {
          hosts.addProvider(provider, hosts.holdingFor(telemetry), Effect.LOST_TELEMETRY);
        }
      }
      for (MeshConfig config : mesh.configuration().views()) {
        config
            .defaultProviders()
            .forEach(provider -> hosts.addProvider(provider, all, Effect.LOST_TELEMETRY));
      }
    }
    return List.copyOf(hosts.hidden);
  }

  private void addRoutes(VirtualService routes) {
    if (!Gateways.appliesToMesh(routes) || routes.hosts().isEmpty()) {
      return;
    }
    for (PodGroup pods : clients(routes)) {
      Same seen = mesh.virtualServices().visibility(routes).from(pods.namespace());
      for (Sidecar sidecar : seen == Same.YES ? sidecars.of(pods).values() : List.<Sidecar>of()) {
        if (sidecars.imports(sidecar, pods.namespace(), routes) == Same.NO) {
          boolean blocked = sidecars.isClosed(sidecar) && isHidden(routes, sidecar, pods);
          hidden.add(
              new Hidden(
                  sidecar,
                  routes,
                  entry(routes),
                  blocked ? Effect.BLOCKED_CALLS : Effect.IGNORED_ROUTES));
        }
      }
    }
  }

  /** The pods that a VirtualService says it is for. */
  private static Set<PodGroup> clients(VirtualService routes) {
    Set<PodGroup> clients = new LinkedHashSet<>();
    NamespaceRef own = routes.resource().namespace();
    List<Text> exportTo = routes.exportTo();
    if (routes.gateways().isEmpty() && exportTo.size() == 1 && exportTo.get(0).is(".")) {
      clients.add(new PodGroup(own, Map.of(), false));
    }
    for (HttpMatch match : routes.httpMatches()) {
      add(match.sourceLabels(), match.sourceNamespace(), match.gateways(), own, clients);
    }
    for (L4Match match : routes.l4Matches()) {
      add(match.sourceLabels(), match.sourceNamespace(), match.gateways(), own, clients);
    }
    return clients;
  }

  private static void add(
      List<Named<Text>> labels,
      @Nullable Text namespace,
      List<Text> gateways,
      NamespaceRef own,
      Set<PodGroup> clients) {
    Selector selector = Selector.of(labels);
    boolean atSidecars = gateways.isEmpty();
    for (Text gateway : gateways) {
      atSidecars |= gateway.is(Gateways.MESH);
    }
    boolean says = !selector.isEmpty() || namespace != null;
    if (atSidecars && says && !selector.open() && (namespace == null || !namespace.open())) {
      clients.add(
          new PodGroup(
              namespace == null ? own : NamespaceRef.named(namespace.value()),
              selector.labels(),
              false));
    }
  }

  private boolean isHidden(VirtualService routes, Sidecar sidecar, PodGroup pods) {
    NamespaceRef owner = routes.resource().namespace();
    for (Text host : routes.hosts()) {
      HostName name = mesh.services().read(host, owner);
      for (MeshService service : mesh.services().resolve(host, owner).values()) {
        if (sidecars.imports(sidecar, pods.namespace(), name, service.namespace()) != Same.NO) {
          return false;
        }
      }
    }
    return true;
  }

  private String entry(VirtualService routes) {
    NamespaceRef owner = routes.resource().namespace();
    Text host = routes.hosts().get(0);
    HostName name = mesh.services().read(host, owner);
    return owner
        + "/"
        + (name instanceof HostName.ServiceName service
            ? mesh.services().qualified(service.name(), service.namespace())
            : host.value());
  }

  /** The Sidecars that hold for workloads of a policy; all of them for one of the whole mesh. */
  private List<Sidecar> holdingFor(WorkloadSelecting policy) {
    if (!policy.targetRefs().isEmpty()) {
      return List.of();
    }
    if (mesh.policies().isRoot(policy) && policy.selector().selectsAll()) {
      return mesh.all(Sidecar.class);
    }
    List<Sidecar> holding = new ArrayList<>();
    for (Sidecar sidecar : sidecars.of(mesh.policies().podsOf(policy)).values()) {
      boolean own = sidecar.resource().namespace().equals(policy.resource().namespace());
      if (own ? !isForGateways(policy) : selectsSidecars(policy)) {
        holding.add(sidecar);
      }
    }
    return holding;
  }

  /** No Sidecar holds for the proxies of gateways. */
  private boolean isForGateways(WorkloadSelecting policy) {
    Selector selector = Selector.of(policy.selector().labels());
    return !selector.isEmpty()
        && (mesh.gateways().areGateways(selector)
            || (!selected(policy).isEmpty() && !selectsSidecars(policy)));
  }

  private boolean selectsSidecars(WorkloadSelecting policy) {
    for (MeshWorkload workload : selected(policy)) {
      if (!workload.isProxyOnly()
          && !mesh.gateways().areGateways(new Selector(workload.labels(), false))) {
        return true;
      }
    }
    return false;
  }

  private List<MeshWorkload> selected(WorkloadSelecting policy) {
    Selector selector = Selector.of(policy.selector().labels());
    return mesh.workloads().certain(selector, policy.resource().namespace());
  }

  private void addProvider(Text name, List<Sidecar> holding, Effect effect) {
    for (ExtensionProvider provider : mesh.extensionProviders().find(name).values()) {
      Text service = provider.service();
      if (service == null || service.open()) {
        continue;
      }
      NamespacedHost written = NamespacedHost.parse(service.value());
      HostName host = HostName.of(written.host(), NamespaceRef.OPEN, "");
      List<NamespaceRef> owners = owners(written, host);
      for (Sidecar sidecar : owners.isEmpty() ? List.<Sidecar>of() : holding) {
        if (isHidden(host, owners, provider.port(), sidecar)) {
          String entry = owners.get(0) + "/" + written.host();
          hidden.add(new Hidden(sidecar, name, entry, effect));
        }
      }
    }
  }

  private boolean isHidden(
      HostName host, List<NamespaceRef> owners, @Nullable Integer port, Sidecar sidecar) {
    NamespaceRef own = sidecar.resource().namespace();
    boolean meshDefault = mesh.policies().isRoot(sidecar) && sidecar.selector().selectsAll();
    NamespaceRef client = meshDefault ? NamespaceRef.OPEN : own;
    for (NamespaceRef owner : owners) {
      if (sidecars.imports(sidecar, client, host, owner, port) != Same.NO) {
        return false;
      }
    }
    return true;
  }

  /** The namespaces in which the service of a provider is; none where the files do not say. */
  private List<NamespaceRef> owners(NamespacedHost written, HostName host) {
    if (written.namespace() != null) {
      return List.of(NamespaceRef.named(written.namespace()));
    }
    if (host instanceof HostName.ServiceName service) {
      return service.namespace().isNamed() ? List.of(service.namespace()) : List.of();
    }
    List<NamespaceRef> owners = new ArrayList<>();
    mesh.services()
        .resolve(host, written.host(), NamespaceRef.OPEN)
        .values()
        .forEach(entry -> owners.add(entry.namespace()));
    return owners;
  }
}
