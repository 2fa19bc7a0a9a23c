package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.value.NearMiss;
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
