package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.value.NearMiss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which workloads the selector of a policy, gateway or the like selects: those of its namespace, of the whole mesh from the
 * root namespace, and those of all namespaces for a Gateway. Source: the field {@code selector} or
 * {@code workloadSelector} in Istio's reference of each kind. Immutable.
 */
public final class Selections {
  /** The gateways of Istio's charts, which are hardly ever among the files. */
  private static final Set<String> CHART_GATEWAYS =
      Set.of(
          "istio=ingressgateway",
          "istio=egressgateway",
          "app=istio-ingressgateway",
          "app=istio-egressgateway");

  private final Workloads workloads;
  private final WorkloadPolicies policies;

  Selections(Workloads workloads, WorkloadPolicies policies) {
    this.workloads = workloads;
    this.policies = policies;
  }

  /**
   * The workloads that a resource selects by labels.
   *
   * @param selecting the resource
   * @return unknown where it selects all or is attached by reference. Absent by near miss where a workload carries the
   *     label with the value that was plainly meant; that other workloads are in view proves nothing, for what operators
   *     and charts make is not among the files
   */
  public Answer<MeshWorkload> of(WorkloadSelecting selecting) {
    Selector selector = Selector.of(selecting.selector().labels());
    if (selecting.selector().open() || !selecting.targetRefs().isEmpty() || selector.isEmpty()) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    NamespaceRef scope = scope(selecting);
    Answer<MeshWorkload> answer = workloads.select(selector, scope);
    if (!answer.isFound() && isChartGateway(selector)) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    if (answer instanceof Absent<MeshWorkload> absent && absent.evidence() == Evidence.IN_VIEW) {
      return scope == null ? new Unknown<>(Why.NOT_IN_VIEW) : nearMiss(selector, scope);
    }
    return answer;
  }

  /**
   * The workloads of the namespace that a policy without a selector is for.
   *
   * @return absent only where the namespace is declared complete
   */
  public Answer<MeshWorkload> ofNamespace(WorkloadSelecting policy) {
    NamespaceRef namespace = policy.resource().namespace();
    if (!policy.targetRefs().isEmpty() || policies.isRoot(policy)) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    return workloads.select(new Selector(Map.of(), false), namespace);
  }

  /**
   * The workloads behind a Service.
   *
   * @return unknown for a Service without selector and for labels that the platform puts on pods. Absent by near miss where
   *     one label with another value would select some that are applied together with the Service, and where the namespace
   *     is declared complete and has other workloads
   */
  public Answer<MeshWorkload> of(Service service) {
    Selector selector = Selector.of(service.selector());
    NamespaceRef scope = service.resource().namespace();
    boolean elsewhere = selector.isEmpty() || service.isExternalName() || isChartGateway(selector);
    for (String key : selector.labels().keySet()) {
      elsewhere |= Workloads.isSetByPlatform(key);
    }
    if (elsewhere || service.spec().isOpen("selector")) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    Answer<MeshWorkload> answer = workloads.select(selector, scope);
    if (!(answer instanceof Absent<MeshWorkload> absent)) {
      return answer;
    }
    Answer<MeshWorkload> near = nearMiss(selector, scope);
    if (near instanceof Absent<MeshWorkload> meant && isBehind(meant, selector, service)) {
      return near;
    }
    boolean complete = absent.evidence() == Evidence.CLOSED && !workloads.in(scope).isEmpty();
    return complete ? absent : new Unknown<>(Why.NOT_IN_VIEW);
  }

  /** Whether the label that was plainly meant selects workloads, together with the others. */
  private boolean isBehind(Absent<MeshWorkload> meant, Selector selector, Service service) {
    String label = meant.nearest();
    int colon = label == null ? -1 : label.indexOf(": ");
    if (label == null || colon < 0) {
      return false;
    }
    Map<String, String> labels = new LinkedHashMap<>(selector.labels());
    labels.put(label.substring(0, colon), label.substring(colon + 2));
    Selector mended = new Selector(labels, false);
    for (MeshWorkload workload : workloads.certain(mended, service.resource().namespace())) {
      if (workloads.isNear(workload, service.resource())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a selector is that of a gateway of Istio's charts. */
  public static boolean isChartGateway(Selector selector) {
    for (Map.Entry<String, String> label : selector.labels().entrySet()) {
      if (CHART_GATEWAYS.contains(label.getKey() + '=' + label.getValue())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable NamespaceRef scope(WorkloadSelecting selecting) {
    boolean everywhere =
        selecting instanceof Gateway
            || (policies.isRoot(selecting) && !(selecting instanceof Sidecar));
    return everywhere ? null : selecting.resource().namespace();
  }

  private Answer<MeshWorkload> nearMiss(Selector selector, NamespaceRef scope) {
    for (Map.Entry<String, String> label : selector.labels().entrySet()) {
      Set<String> values = workloads.values(label.getKey(), scope);
      String near =
          values.contains(label.getValue()) ? null : NearMiss.nearest(label.getValue(), values);
      if (near != null) {
        return new Absent<>(Evidence.NEAR_MISS, List.of(), label.getKey() + ": " + near);
      }
    }
    return new Unknown<>(Why.NOT_IN_VIEW);
  }
}
