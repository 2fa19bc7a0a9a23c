package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.ContainerPort;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import dev.meshlint.core.value.LabelSelector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Linkerd's Servers: which port of which workloads each of them is. Source: Linkerd's reference of authorization policy.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class LinkerdServers {
  /** Servers without a label to look them up by. */
  private static final String ANY_LABEL = "";

  /** The ports of the container that the injector adds. */
  private static final Map<String, Integer> PROXY_PORTS =
      Map.of("linkerd-admin", 4191, "linkerd-proxy", 4143);

  private final Workloads workloads;
  private final Kustomizations kustomizations;
  private final Names<Server> names;
  private final Map<NamespaceRef, Map<String, List<Server>>> byLabel = new HashMap<>();

  LinkerdServers(MeshSettings settings, Workloads workloads, Kustomizations kustomizations) {
    this.workloads = workloads;
    this.kustomizations = kustomizations;
    names = new Names<>(settings, List.of());
  }

  void add(Server server, NamespaceRef namespace) {
    names.add(server.resource().name(), namespace, server);
    LabelSelector selector = server.podSelector().known();
    if (selector != null && !kustomizations.isPatched(server.resource())) {
      String key = ANY_LABEL;
      for (Map.Entry<String, String> label : selector.labels().entrySet()) {
        key = label.getKey() + '=' + label.getValue();
      }
      byLabel
          .computeIfAbsent(server.resource().namespace(), any -> new LinkedHashMap<>())
          .computeIfAbsent(key, any -> new ArrayList<>(1))
          .add(server);
    }
  }

  Names<Server> names() {
    return names;
  }

  /** The Server with this name in a namespace. */
  public Answer<Server> find(String name, NamespaceRef namespace) {
    return names.find(name, namespace);
  }

  /** The Servers of its namespace that a ServerAuthorization selects by their labels. */
  public Answer<Server> selected(ServerAuthorization authorization) {
    NamespaceRef namespace = authorization.resource().namespace();
    LabelSelector selector = authorization.serverSelector().known();
    if (selector == null || kustomizations.isPatched(authorization.resource())) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    List<Server> selected = new ArrayList<>();
    boolean any = false;
    for (String name : names.index().namesIn(namespace)) {
      for (Server server : names.index().maybe(name, namespace)) {
        any = true;
        if (LinkerdPolicies.selects(authorization, server)) {
          selected.add(server);
        }
      }
    }
    if (!selected.isEmpty()) {
      return new Found<>(selected);
    }
    return any
        ? new Absent<>(Evidence.IN_VIEW, List.of(), null)
        : new Unknown<>(
            namespace.kind() == NamespaceRef.Kind.OPEN ? Why.NAMESPACE_OPEN : Why.NOT_IN_VIEW);
  }

  /** The workloads whose pods a Server selects. Unknown for one that selects ExternalWorkloads. */
  public Answer<MeshWorkload> workloads(Server server) {
    LabelSelector selector = server.podSelector().known();
    if (selector == null || kustomizations.isPatched(server.resource())) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    NamespaceRef namespace = server.resource().namespace();
    Answer<MeshWorkload> labelled =
        workloads.select(new Selector(selector.labels(), false), namespace);
    if (labelled instanceof NotFound<MeshWorkload> || selector.expressions().isEmpty()) {
      return labelled;
    }
    List<MeshWorkload> selected = new ArrayList<>();
    boolean open = false;
    for (MeshWorkload workload : labelled.values()) {
      open |= workload.hasOpenLabels();
      if (selector.matches(workload.labels())) {
        selected.add(workload);
      }
    }
    if (!selected.isEmpty()) {
      return new Found<>(selected);
    }
    return open
        ? new Unknown<>(Why.PLACEHOLDER)
        : new Absent<>(Evidence.IN_VIEW, List.copyOf(labelled.values()), null);
  }

  /** The Servers of a workload's namespace that certainly select its pods. */
  public List<Server> selecting(MeshWorkload workload) {
    Map<String, List<Server>> servers = byLabel.getOrDefault(workload.namespace(), Map.of());
    List<Server> selecting = new ArrayList<>();
    if (servers.isEmpty() || workload.template().isEmpty()) {
      return selecting;
    }
    addMatching(servers.getOrDefault(ANY_LABEL, List.of()), workload, selecting);
    for (Map.Entry<String, String> label : workload.labels().entrySet()) {
      String key = label.getKey() + '=' + label.getValue();
      addMatching(servers.getOrDefault(key, List.of()), workload, selecting);
    }
    return selecting;
  }

  private static void addMatching(
      List<Server> candidates, MeshWorkload workload, List<Server> matching) {
    for (Server server : candidates) {
      LabelSelector selector = server.podSelector().known();
      if (selector != null
          && server.resource().namespace().same(workload.namespace()) == Same.YES
          && selector.matches(workload.labels())) {
        matching.add(server);
      }
    }
  }

  /** The numbers that a Server's port has on the pods of a workload; none where no container declares its name. */
  public static List<Integer> ports(Server server, MeshWorkload workload) {
    Text port = server.port();
    return port == null || port.open() ? List.of() : ports(port, workload);
  }

  /**
   * The numbers of a port that is written as a number or as a name.
   *
   * @param port a port of the pods
   * @param workload whose pods
   */
  public static List<Integer> ports(Text port, MeshWorkload workload) {
    Integer number = port.integer();
    if (number != null) {
      return List.of(number);
    }
    List<Integer> numbers = new ArrayList<>();
    for (ContainerPort declared : declared(workload)) {
      Text name = declared.name();
      Integer containerPort = declared.containerPort();
      if (name != null && containerPort != null && name.value().equals(port.value())) {
        numbers.add(containerPort);
      }
    }
    Integer ofProxy = PROXY_PORTS.get(port.value());
    return numbers.isEmpty() && ofProxy != null ? List.of(ofProxy) : numbers;
  }

  /** The TCP ports that the containers of a workload declare, without those of Linkerd's proxy. */
  public static List<ContainerPort> declared(MeshWorkload workload) {
    PodTemplate template = workload.template().orElse(null);
    List<ContainerPort> declared = new ArrayList<>();
    if (template == null) {
      return declared;
    }
    for (Container container : template.containers()) {
      Text name = container.name();
      if (name != null && name.value().equals("linkerd-proxy")) {
        continue;
      }
      for (ContainerPort port : container.ports()) {
        Text protocol = port.protocol();
        if (protocol == null || protocol.value().equals("TCP")) {
          declared.add(port);
        }
      }
    }
    return declared;
  }

  /** Whether the ports of a workload are all known: nothing that declares them is open or patched. */
  public boolean hasKnownPorts(MeshWorkload workload) {
    PodTemplate template = workload.template().orElse(null);
    if (template == null || kustomizations.isPatched(workload.resource())) {
      return false;
    }
    boolean any = false;
    for (Container container : template.containers()) {
      any = true;
      if (container.isOpen("ports")) {
        return false;
      }
      for (ContainerPort port : container.ports()) {
        Text name = port.name();
        if (port.containerPort() == null || (name != null && name.open())) {
          return false;
        }
      }
    }
    return any;
  }

  /** The first of some Servers, by name, that stands for a port of a workload; null if none does. */
  public static @Nullable Server onPort(List<Server> servers, int port, MeshWorkload workload) {
    for (Server server : servers) {
      if (ports(server, workload).contains(port)) {
        return server;
      }
    }
    return null;
  }
}
