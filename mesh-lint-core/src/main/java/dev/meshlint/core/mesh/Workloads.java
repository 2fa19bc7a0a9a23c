package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.model.istio.Subset;
import dev.meshlint.core.model.istio.WorkloadEndpoint;
import dev.meshlint.core.model.kubernetes.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The workloads of the mesh, and which of them a selector selects. Filled once, then only read. */
public final class Workloads {
  private final MeshSettings settings;
  private final Nearness nearness;
  private final WorkloadIndex everywhere = new WorkloadIndex();
  private final WorkloadIndex nowhere = new WorkloadIndex();
  private final Map<NamespaceRef, WorkloadIndex> namespaces = new LinkedHashMap<>();
  private final Map<String, Map<NamespaceRef, List<Selecting>>> selectingServices = new HashMap<>();

  Workloads(MeshSettings settings, Nearness nearness) {
    this.settings = settings;
    this.nearness = nearness;
  }

  void add(MeshWorkload workload) {
    everywhere.add(workload);
    namespaces.computeIfAbsent(workload.namespace(), key -> new WorkloadIndex()).add(workload);
  }

  void add(MeshService service) {
    Service view = service.kubernetes();
    Selector selector = Selector.of(view == null ? List.of() : view.selector());
    if (selector.isEmpty() || selector.open()) {
      return;
    }
    Map.Entry<String, String> label = selector.labels().entrySet().iterator().next();
    selectingServices
        .computeIfAbsent(label.getKey() + '=' + label.getValue(), any -> new LinkedHashMap<>())
        .computeIfAbsent(service.namespace(), any -> new ArrayList<>(1))
        .add(new Selecting(service, selector));
  }

  private record Selecting(MeshService service, Selector selector) {}

  /** The Kubernetes Services of a workload's namespace that certainly select it. */
  public List<MeshService> servicesOf(MeshWorkload workload) {
    return servicesOf(PodGroup.of(workload));
  }

  /** The Kubernetes Services of their namespace that certainly select these pods. */
  public List<MeshService> servicesOf(PodGroup pods) {
    return servicesOf(pods, false);
  }

  /** The Kubernetes Services that select a workload if they are in its namespace, which the files may leave open. */
  List<MeshService> maybeServicesOf(MeshWorkload workload) {
    return servicesOf(PodGroup.of(workload), true);
  }

  private List<MeshService> servicesOf(PodGroup pods, boolean maybe) {
    List<MeshService> services = new ArrayList<>();
    for (Map.Entry<String, String> label : pods.labels().entrySet()) {
      Map<NamespaceRef, List<Selecting>> byNamespace =
          selectingServices.getOrDefault(label.getKey() + '=' + label.getValue(), Map.of());
      if (!maybe) {
        boolean certain = pods.namespace().kind() != NamespaceRef.Kind.OPEN;
        addSelecting(certain ? byNamespace.get(pods.namespace()) : null, pods, services);
        continue;
      }
      byNamespace.forEach(
          (namespace, selecting) -> {
            if (namespace.same(pods.namespace()) != Same.NO) {
              addSelecting(selecting, pods, services);
            }
          });
    }
    return services;
  }

  private static void addSelecting(
      @Nullable List<Selecting> candidates, PodGroup pods, List<MeshService> services) {
    for (Selecting candidate : candidates == null ? List.<Selecting>of() : candidates) {
      if (candidate.selector().matches(pods.labels())) {
        services.add(candidate.service());
      }
    }
  }

  /** The workloads that a Service selects; unknown for one without selector. */
  public Answer<MeshWorkload> of(MeshService service) {
    Service view = service.kubernetes();
    if (view == null || view.selector().isEmpty()) {
      return new Unknown<>(Why.NOT_IN_VIEW);
    }
    return select(Selector.of(view.selector()), service.namespace());
  }

  /**
   * The workloads, or the endpoints of a ServiceEntry, of a host that a subset selects. Unknown for labels that the
   * platform puts on pods, and where the service has no workload in view.
   *
   * @param host the host of the DestinationRule
   * @param subset the subset
   * @param registry the services
   */
  public Answer<Located> ofSubset(Text host, Subset subset, ServiceRegistry registry) {
    Selector labels = Selector.of(subset.labels());
    for (String key : labels.labels().keySet()) {
      if (isSetByPlatform(key)) {
        return new Unknown<>(Why.DECLARED_ELSEWHERE);
      }
    }
    List<MeshService> services = registry.resolve(host, host.resource().namespace()).values();
    List<MeshWorkload> workloads = new ArrayList<>();
    for (MeshService service : nearness.nearest(services, host.resource())) {
      ServiceEntry entry = service.entry();
      if (entry != null && services.size() == 1) {
        return ofEndpoints(entry, labels);
      }
      Answer<MeshWorkload> ofService = of(service);
      if (ofService instanceof Absent<MeshWorkload> absent
          && absent.evidence() == Evidence.CLOSED) {
        return new Absent<>(Evidence.CLOSED, List.of(), null);
      }
      if (!ofService.isFound()) {
        return new Unknown<>(Why.DECLARED_ELSEWHERE);
      }
      workloads.addAll(ofService.values());
    }
    if (labels.open() || workloads.isEmpty()) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    List<Located> selected = new ArrayList<>();
    for (MeshWorkload workload : workloads) {
      if (workload.hasOpenLabels()) {
        return new Unknown<>(Why.PLACEHOLDER);
      }
      if (labels.matches(workload.labels())) {
        selected.add(workload);
      }
    }
    return selected.isEmpty()
        ? new Absent<>(
            Evidence.IN_VIEW, List.copyOf(workloads), WorkloadIndex.of(workloads).nearLabel(labels))
        : new Found<>(selected);
  }

  /** Whether the platform puts a label on pods that no manifest shows. */
  static boolean isSetByPlatform(String key) {
    return key.startsWith("topology.")
        || key.equals("statefulset.kubernetes.io/pod-name")
        || key.equals("apps.kubernetes.io/pod-index")
        || key.equals("controller-revision-hash")
        || key.contains("istio.io/")
        || key.equals("kubernetes.io/hostname")
        || key.equals("rollouts-pod-template-hash")
        || key.equals("pod-template-hash");
  }

  /** Whether a workload is plainly applied together with a resource; where both name their namespace, that is enough. */
  boolean isNear(MeshWorkload workload, Resource from) {
    return from.namespace().isNamed() || nearness.isNear(workload.resource(), from);
  }

  private static Answer<Located> ofEndpoints(ServiceEntry entry, Selector labels) {
    if (entry.endpoints().isEmpty() || entry.spec().isOpen("endpoints") || labels.open()) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    for (WorkloadEndpoint endpoint : entry.endpoints()) {
      Selector carried = Selector.of(endpoint.labels());
      if (carried.open() || labels.matches(carried.labels())) {
        return Answer.found(endpoint);
      }
    }
    return new Absent<>(Evidence.SAME_OBJECT, List.of(entry.spec().key("endpoints")), null);
  }

  /** All workloads in the order of the files. */
  public List<MeshWorkload> all() {
    return everywhere.all();
  }

  /** The workloads that are certainly in this namespace. */
  public List<MeshWorkload> in(NamespaceRef namespace) {
    return index(namespace).all();
  }

  private WorkloadIndex index(@Nullable NamespaceRef namespace) {
    if (namespace == null) {
      return everywhere;
    }
    return namespace.kind() == NamespaceRef.Kind.OPEN
        ? nowhere
        : namespaces.getOrDefault(namespace, nowhere);
  }

  /** The values that workloads certainly in this namespace give to a label. */
  Set<String> values(String key, NamespaceRef namespace) {
    return index(namespace).values(key);
  }

  /** The workloads certainly in this namespace that carry the selector's labels; all of them for an empty selector. */
  public List<MeshWorkload> certain(Selector selector, NamespaceRef namespace) {
    return index(namespace).matching(selector);
  }

  /** The workloads of all namespaces that carry the selector's labels. */
  public List<MeshWorkload> everywhere(Selector selector) {
    return everywhere.matching(selector);
  }

  /**
   * Which workloads a selector selects.
   *
   * @param selector the selector
   * @param scope the namespace in which it looks; null for all
   * @return absent with the evidence that others of that scope are in view where some are and none of them matches
   */
  public Answer<MeshWorkload> select(Selector selector, @Nullable NamespaceRef scope) {
    if (selector.open()) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    WorkloadIndex index = index(scope);
    List<MeshWorkload> selected = index.matching(selector);
    if (!selected.isEmpty()) {
      return new Found<>(selected);
    }
    if (scope != null && maySelectElsewhere(selector, scope)) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    return index.hasOpenLabels() ? new Unknown<>(Why.PLACEHOLDER) : missing(selector, scope, index);
  }

  /**
   * Whether a selection of other than equal labels selects any workload of a namespace.
   *
   * @param selects what it says about a workload
   * @param scope the namespace
   * @return absent in view where others of that namespace are in view and it certainly selects none of them
   */
  public Answer<MeshWorkload> select(
      Function<MeshWorkload, NamespaceRef.Same> selects, NamespaceRef scope) {
    List<MeshWorkload> candidates = in(scope);
    List<MeshWorkload> selected = new ArrayList<>();
    for (MeshWorkload candidate : candidates) {
      Same same = selects.apply(candidate);
      if (same == Same.MAYBE) {
        return new Unknown<>(Why.PLACEHOLDER);
      }
      if (same == Same.YES) {
        selected.add(candidate);
      }
    }
    if (!selected.isEmpty()) {
      return new Found<>(selected);
    }
    boolean complete = Names.isComplete(scope, settings);
    return !complete && candidates.isEmpty()
        ? new Unknown<>(Why.NOT_IN_VIEW)
        : new Absent<>(complete ? Evidence.CLOSED : Evidence.IN_VIEW, List.of(), null);
  }

  private boolean maySelectElsewhere(Selector selector, NamespaceRef scope) {
    for (MeshWorkload workload : everywhere(selector)) {
      if (workload.namespace().same(scope) == Same.MAYBE) {
        return true;
      }
    }
    return false;
  }

  private Answer<MeshWorkload> missing(
      Selector selector, @Nullable NamespaceRef scope, WorkloadIndex index) {
    boolean complete =
        scope == null ? settings.world() == World.CLOSED : Names.isComplete(scope, settings);
    if (!complete && index.all().isEmpty()) {
      return new Unknown<>(Why.NOT_IN_VIEW);
    }
    List<Located> looked = index.all().size() == 1 ? List.of(index.all().get(0)) : List.of();
    return new Absent<>(
        complete ? Evidence.CLOSED : Evidence.IN_VIEW, looked, index.nearLabel(selector));
  }
}
