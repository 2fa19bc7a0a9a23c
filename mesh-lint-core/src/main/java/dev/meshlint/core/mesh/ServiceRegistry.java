package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.value.Glob;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.PortProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Istio's service registry, as far as the files show it: which service a host is, seen from a namespace.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class ServiceRegistry {
  /** The domain of services that several clusters share: any of them may export one. */
  private static final String CLUSTER_SET = ".clusterset.local";

  private final MeshSettings settings;
  private final MeshConfiguration configuration;
  private final Names<MeshService> services;
  private final Map<String, List<MeshService>> entries = new LinkedHashMap<>();
  private final List<MeshService> wildcards = new ArrayList<>();
  private final List<MeshService> allEntries = new ArrayList<>();
  private final Map<MeshService, NamespaceRef> kubernetes = new LinkedHashMap<>();
  private final HostTree<MeshService> tree = new HostTree<>();

  ServiceRegistry(MeshSettings settings, MeshConfiguration configuration) {
    this.settings = settings;
    this.configuration = configuration;
    this.services = new Names<>(settings, settings.known().hosts());
  }

  void addKubernetes(String name, NamespaceRef namespace, MeshService service) {
    services.add(name, namespace, service);
    kubernetes.put(service, namespace);
    tree.add(new HostName.ServiceName(name, namespace), service);
  }

  void addEntry(HostName host, MeshService service) {
    allEntries.add(service);
    tree.add(host, service);
    if (host instanceof HostName.Wildcard) {
      wildcards.add(service);
    } else if (host instanceof HostName.ServiceName name) {
      services.add(name.name(), name.namespace(), service);
    } else if (host instanceof HostName.External external) {
      entries.computeIfAbsent(external.name(), key -> new ArrayList<>(1)).add(service);
    }
  }

  /** Notes that a resource names this host: a missing name that two of them refer to is no typing mistake. */
  void refer(HostName host, Resource from) {
    if (host instanceof HostName.ServiceName name) {
      services.refer(name.name(), from);
    }
  }

  /** Reads a host as pilot does for a resource in this namespace. */
  public HostName read(Text host, NamespaceRef viewer) {
    return HostName.of(host, viewer, configuration.clusterDomainOrEmpty());
  }

  /** The fully qualified host of a Kubernetes service. */
  public String qualified(String name, NamespaceRef namespace) {
    return name + "." + namespace.name() + ".svc." + configuration.clusterDomain();
  }

  /** All Kubernetes Services with their namespaces, in the order of the files. */
  Map<MeshService, NamespaceRef> kubernetes() {
    return kubernetes;
  }

  /** All hosts of ServiceEntries, in the order of the files. */
  public List<MeshService> entries() {
    return allEntries;
  }

  /** All Kubernetes Services with this name, whatever the namespace. */
  public List<MeshService> anywhere(String name) {
    return services.index().anywhere(name);
  }

  /** The Kubernetes Services by their names. */
  Names<MeshService> names() {
    return services;
  }

  /** The names of the services that are certainly in this namespace. */
  Iterable<String> namesIn(NamespaceRef namespace) {
    return services.index().namesIn(namespace);
  }

  /** The services certainly or possibly called so in this namespace. */
  public List<MeshService> maybe(String name, NamespaceRef namespace) {
    return services.index().maybe(name, namespace);
  }

  /**
   * Which service a host is.
   *
   * @param host the host as written
   * @param client the namespace of the resource that names it
   * @return absent with evidence {@code ELSEWHERE} where a short name exists in one other namespace, or where a partly
   *     qualified one ({@code name.namespace}) is a service in view: its {@code nearest} is then the full host
   */
  public Answer<MeshService> resolve(Text host, NamespaceRef client) {
    return resolve(read(host, client), host.value(), client);
  }

  /** As {@link #resolve(Text, NamespaceRef)}, for a host that was read before. */
  public Answer<MeshService> resolve(HostName host, String written, NamespaceRef client) {
    if (host instanceof HostName.ServiceName name) {
      return visible(service(name, written), client);
    }
    if (host instanceof HostName.External external) {
      return visible(external(external.name()), client);
    }
    if (host instanceof HostName.Wildcard wildcard) {
      return wildcard(wildcard);
    }
    return new Unknown<>(Why.PLACEHOLDER);
  }

  /**
   * The port of a service.
   *
   * @param services alternatives of one service, as {@link #resolve} found them
   * @param number the port's number
   * @return absent where every one of them is known to lack it
   */
  public Answer<MeshPort> port(List<MeshService> services, int number) {
    List<MeshPort> found = new ArrayList<>();
    boolean known = true;
    for (MeshService service : services) {
      MeshPort port = service.port(number);
      // For ports of UDP Envoy has no clusters.
      if (port != null && port.protocol() != PortProtocol.UDP) {
        found.add(port);
      }
      known &= service.hasKnownPorts();
    }
    if (!found.isEmpty()) {
      return new Found<>(found);
    }
    return known
        ? new Absent<>(Evidence.SAME_OBJECT, List.copyOf(services), null)
        : new Unknown<>(Why.PLACEHOLDER);
  }

  private Answer<MeshService> service(HostName.ServiceName name, String written) {
    boolean unqualified = written.indexOf('.') < 0;
    Answer<MeshService> answer =
        unqualified
            ? services.findUnqualified(name.name(), name.namespace())
            : services.find(name.name(), name.namespace());
    if (answer.isFound()) {
      return answer;
    }
    String full = qualified(name.name(), name.namespace());
    if (isKnown(full)) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    List<MeshService> covering = covering(full);
    if (!covering.isEmpty()) {
      return new Found<>(covering);
    }
    if (answer instanceof Absent<MeshService> absent
        && absent.evidence() == Evidence.CLOSED
        && !hasOrdinaryServices(name.namespace())) {
      return new Unknown<>(Why.NOT_IN_VIEW);
    }
    if (answer instanceof Absent<MeshService> absent && absent.nearest() != null) {
      return new Absent<>(
          absent.evidence(), absent.looked(), suggest(absent, name.namespace(), unqualified));
    }
    return answer;
  }

  /** A namespace without a service, or with those of gateways only, is hardly the whole namespace. */
  private boolean hasOrdinaryServices(NamespaceRef namespace) {
    for (String name : services.index().namesIn(namespace)) {
      for (MeshService service : services.index().at(name, namespace).certain()) {
        Service kubernetes = service.kubernetes();
        if (kubernetes != null
            && !Selector.of(kubernetes.selector()).labels().containsKey("istio")) {
          return true;
        }
      }
    }
    return false;
  }

  private String suggest(Absent<MeshService> absent, NamespaceRef own, boolean unqualified) {
    String nearest = String.valueOf(absent.nearest());
    int slash = nearest.indexOf('/');
    if (slash >= 0) {
      return qualified(
          nearest.substring(slash + 1), NamespaceRef.named(nearest.substring(0, slash)));
    }
    return unqualified ? nearest : qualified(nearest, own);
  }

  private Answer<MeshService> external(String host) {
    List<MeshService> exact = entries.get(host);
    if (exact != null) {
      return new Found<>(exact);
    }
    List<MeshService> covering = covering(host);
    if (!covering.isEmpty()) {
      return new Found<>(covering);
    }
    if (isKnown(host) || host.endsWith(CLUSTER_SET)) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    Absent<MeshService> partly = partlyQualified(host);
    if (partly != null) {
      return partly;
    }
    String near = NearMiss.nearest(host, entries.keySet());
    if (near != null) {
      return new Absent<>(
          Evidence.NEAR_MISS, List.copyOf(entries.getOrDefault(near, List.of())), near);
    }
    return settings.world() == World.CLOSED
        ? new Absent<>(Evidence.CLOSED, List.of(), null)
        : new Unknown<>(Why.NOT_IN_VIEW);
  }

  /** {@code name.namespace} and {@code name.namespace.svc} of a service in view: pilot takes them literally. */
  private @Nullable Absent<MeshService> partlyQualified(String host) {
    String bare = host.endsWith(".svc") ? host.substring(0, host.length() - 4) : host;
    int dot = bare.indexOf('.');
    if (dot <= 0 || bare.indexOf('.', dot + 1) >= 0) {
      return null;
    }
    NamespaceRef namespace = NamespaceRef.named(bare.substring(dot + 1));
    List<MeshService> meant = services.index().at(bare.substring(0, dot), namespace).certain();
    return meant.isEmpty()
        ? null
        : new Absent<>(
            Evidence.ELSEWHERE, List.copyOf(meant), qualified(bare.substring(0, dot), namespace));
  }

  /**
   * A service that a wildcard covers.
   *
   * @return absent only where the world is closed
   */
  public Answer<MeshService> within(HostName.Wildcard wildcard) {
    MeshService within = tree.within(wildcard);
    if (within != null) {
      return Answer.found(within);
    }
    if (tree.isOpen() && wildcard.suffix().contains(".svc")) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    if (isKnown("*" + wildcard.suffix())) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    return settings.world() == World.CLOSED
        ? new Absent<>(Evidence.CLOSED, List.of(), null)
        : new Unknown<>(Why.NOT_IN_VIEW);
  }

  private Answer<MeshService> wildcard(HostName.Wildcard wildcard) {
    List<MeshService> covered = new ArrayList<>();
    for (MeshService service : wildcards) {
      if (service.host().equals("*" + wildcard.suffix())) {
        covered.add(service);
      }
    }
    return covered.isEmpty() ? new Unknown<>(Why.NOT_IN_VIEW) : new Found<>(covered);
  }

  private List<MeshService> covering(String host) {
    List<MeshService> covering = new ArrayList<>();
    for (MeshService service : wildcards) {
      if (new HostName.Wildcard(service.host().substring(1)).covers(host)) {
        covering.add(service);
      }
    }
    return covering;
  }

  private boolean isKnown(String host) {
    for (String pattern : settings.known().hosts()) {
      if (Glob.matches(pattern, host)) {
        return true;
      }
    }
    return false;
  }

  /** Of what was found, what the client sees; certainly nothing only if each definition hides itself from it. */
  private static Answer<MeshService> visible(Answer<MeshService> answer, NamespaceRef client) {
    if (!(answer instanceof Found<MeshService> found)) {
      return answer;
    }
    List<MeshService> visible = new ArrayList<>(found.values().size());
    for (MeshService service : found.values()) {
      if (service.visibility().from(client) != Same.NO) {
        visible.add(service);
      }
    }
    return visible.isEmpty()
        ? new Absent<>(Evidence.SAME_OBJECT, List.copyOf(found.values()), null)
        : new Found<>(visible);
  }
}
