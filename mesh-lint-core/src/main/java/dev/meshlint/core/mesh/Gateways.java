package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gateways in view, Istio's own and those of the Gateway API, and which one a reference names.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class Gateways {
  /** The reserved name that stands for all sidecars. */
  public static final String MESH = "mesh";

  private final World world;
  private final Names<View> names;
  private final Workloads workloads;
  private final Kustomizations kustomizations;
  private final Nearness nearness;
  private final Set<String> gatewayLabels = new HashSet<>();
  private final Map<Resource, List<VirtualService>> bound = new IdentityHashMap<>();
  private final Map<Resource, ServedHosts> hosts = new IdentityHashMap<>();

  Gateways(
      MeshSettings settings,
      Workloads workloads,
      Kustomizations kustomizations,
      Nearness nearness) {
    this.world = settings.world();
    this.nearness = nearness;
    this.names = new Names<>(settings, settings.known().gateways());
    this.workloads = workloads;
    this.kustomizations = kustomizations;
  }

  void add(View gateway, NamespaceRef namespace) {
    Resource resource = gateway.resource();
    names.add(resource.name(), namespace, gateway);
    boolean patched = kustomizations.isPatched(resource);
    hosts.put(
        resource,
        !patched && hasNoServers(gateway) ? ServedHosts.none() : ServedHosts.of(gateway, patched));
  }

  /** Elsewhere than in a closed world a Gateway without servers may be a patch of another one. */
  private boolean hasNoServers(View gateway) {
    return world == World.CLOSED
        && gateway instanceof Gateway istio
        && istio.servers().isEmpty()
        && !istio.spec().isOpen("servers");
  }

  /** Notes the labels of the workloads that serve a gateway. */
  void addSelector(Gateway gateway) {
    Selector.of(gateway.selector().labels())
        .labels()
        .forEach((key, value) -> gatewayLabels.add(key + '=' + value));
  }

  /** Whether a selector picks workloads that serve gateways in view, or those of Istio's charts. */
  public boolean areGateways(Selector selector) {
    for (Map.Entry<String, String> label : selector.labels().entrySet()) {
      if (gatewayLabels.contains(label.getKey() + '=' + label.getValue())) {
        return true;
      }
    }
    return Selections.isChartGateway(selector);
  }

  void refer(Text reference, Resource from) {
    if (!reference.open()) {
      names.refer(reference.value().substring(reference.value().indexOf('/') + 1), from);
    }
  }

  void bind(VirtualService routes) {
    for (Text reference : routes.gateways()) {
      if (!reference.value().equals(MESH)) {
        for (View gateway : resolve(reference, routes.resource()).values()) {
          bound.computeIfAbsent(gateway.resource(), key -> new ArrayList<>(1)).add(routes);
        }
      }
    }
  }

  /**
   * Which gateway a reference names; {@code mesh} is to be asked for before. Forms: {@code namespace/name},
   * {@code name} and {@code ./name} in the own namespace, and the old {@code name.namespace[.svc…]}.
   *
   * @param reference the reference as written
   * @param from the resource that holds it
   * @return Istio {@link Gateway}s or gateways of the Gateway API; absent with evidence {@code ELSEWHERE} and the
   *     qualified name where a bare name exists in one other namespace
   */
  public Answer<View> resolve(Text reference, Resource from) {
    if (reference.open()) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    NamespaceRef own = from.namespace();
    String written = reference.value();
    int slash = written.indexOf('/');
    if (slash >= 0) {
      String namespace = written.substring(0, slash);
      String name = written.substring(slash + 1);
      return namespace.equals(".")
          ? names.find(name, own)
          : qualified(names.find(name, NamespaceRef.named(namespace)), namespace);
    }
    Answer<View> answer = names.findUnqualified(written, own);
    int dot = written.indexOf('.');
    if (answer.isFound() || dot <= 0) {
      return answer;
    }
    String rest = written.substring(dot + 1);
    int end = rest.indexOf('.');
    String namespace = end < 0 ? rest : rest.substring(0, end);
    return qualified(
        names.find(written.substring(0, dot), NamespaceRef.named(namespace)), namespace);
  }

  private static Answer<View> qualified(Answer<View> answer, String namespace) {
    return answer instanceof Absent<View> absent && absent.nearest() != null
        ? new Absent<>(absent.evidence(), absent.looked(), namespace + "/" + absent.nearest())
        : answer;
  }

  /** The VirtualServices that name this gateway. */
  public List<VirtualService> bound(View gateway) {
    return bound.getOrDefault(gateway.resource(), List.of());
  }

  /** A VirtualService and each of its gateways but {@code mesh}, as those definitions that are applied with it. */
  public List<GatewayBinding> bindings(VirtualService routes) {
    List<GatewayBinding> bindings = new ArrayList<>();
    for (Text reference : routes.gateways()) {
      if (!reference.value().equals(MESH)) {
        List<View> gateways =
            nearness.nearest(resolve(reference, routes.resource()).values(), routes.resource());
        List<ServedHosts> served = new ArrayList<>(gateways.size());
        gateways.forEach(gateway -> served.add(hosts(gateway)));
        bindings.add(new GatewayBinding(reference, gateways, served));
      }
    }
    return bindings;
  }

  /** The hosts that a gateway serves. */
  public ServedHosts hosts(View gateway) {
    ServedHosts served = hosts.get(gateway.resource());
    return served == null ? ServedHosts.of(gateway, false) : served;
  }

  /** The workloads whose proxies serve an Istio gateway; its selector looks in all namespaces. */
  public Answer<MeshWorkload> workloads(Gateway gateway) {
    return workloads.select(Selector.of(gateway.selector().labels()), null);
  }

  /** The proxies in view of the gateways that a reference names; those of the Gateway API have none. */
  public List<MeshWorkload> proxies(GatewayBinding binding) {
    List<MeshWorkload> proxies = new ArrayList<>();
    for (View gateway : binding.gateways()) {
      if (gateway instanceof Gateway istio) {
        proxies.addAll(workloads(istio).values());
      }
    }
    return proxies;
  }

  /**
   * On which ports clients reach the proxies of a gateway. Unknown where a proxy, its Services or one of their ports is not in
   * view.
   */
  public Answer<ExposedPorts> exposed(Gateway gateway) {
    return workloads(gateway)
        .then(
            proxies -> {
              List<ExposedPorts> exposed = new ArrayList<>();
              for (MeshWorkload proxy : proxies) {
                ExposedPorts ports = ExposedPorts.of(proxy, workloads);
                if (ports == null) {
                  return new Unknown<>(Why.DECLARED_ELSEWHERE);
                }
                exposed.add(ports);
              }
              return new Answer.Found<>(exposed);
            });
  }

  /** Whether a VirtualService applies to sidecars. */
  public static boolean appliesToMesh(VirtualService routes) {
    List<Text> gateways = routes.gateways();
    for (Text gateway : gateways) {
      if (gateway.value().equals(MESH)) {
        return true;
      }
    }
    return gateways.isEmpty();
  }

  /** Whether a VirtualService applies to proxies of gateways. */
  public static boolean appliesToGateways(VirtualService routes) {
    for (Text gateway : routes.gateways()) {
      if (!gateway.value().equals(MESH)) {
        return true;
      }
    }
    return false;
  }

  /** The ports of a gateway's servers or listeners. */
  public static List<Integer> ports(View gateway) {
    List<Integer> ports = new ArrayList<>();
    if (gateway instanceof Gateway istio) {
      for (Server server : istio.servers()) {
        Integer number = server.port().number();
        if (number != null) {
          ports.add(number);
        }
      }
    } else if (gateway instanceof dev.meshlint.core.model.gatewayapi.Gateway standard) {
      for (Listener listener : standard.listeners()) {
        Integer number = listener.port();
        if (number != null) {
          ports.add(number);
        }
      }
    }
    return ports;
  }
}
