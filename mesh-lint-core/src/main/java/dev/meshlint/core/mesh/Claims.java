package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.WorkloadSelecting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which resources of one kind claim the same workloads, where Istio takes one for each: the oldest. Source: Istio's
 * references of Sidecar, PeerAuthentication and Telemetry. Immutable.
 */
public final class Claims {
  /** So many others are looked at before one that is applied together is given up. */
  private static final int MOST_COMPARED = 20;

  private final Workloads workloads;
  private final WorkloadPolicies policies;
  private final Nearness nearness;

  Claims(Workloads workloads, WorkloadPolicies policies, Nearness nearness) {
    this.workloads = workloads;
    this.policies = policies;
    this.nearness = nearness;
  }

  /**
   * Two resources that claim the same workloads.
   *
   * @param one the one
   * @param other another one, applied together with it if there is such a one
   * @param workload a workload that both select; null where both are for a whole namespace or select by equal labels
   */
  public record Claim(
      WorkloadSelecting one, WorkloadSelecting other, @Nullable MeshWorkload workload) {
    /** Whether both are for all workloads of a namespace. */
    public boolean isWide() {
      return one.selector().selectsAll();
    }
  }

  private record Group(NamespaceRef namespace, Map<String, String> labels) {
    // By hand: what a record generates is linked at run time, which every run pays for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Group other
          && namespace.equals(other.namespace)
          && labels.equals(other.labels);
    }

    @Override
    public int hashCode() {
      return 31 * namespace.hashCode() + labels.hashCode();
    }
  }

  /**
   * The claims among resources of one kind, at most one for each of them.
   *
   * @param resources all resources of the kind
   * @param ignoredInRoot whether those with a selector are ignored in the root namespace
   */
  public List<Claim> among(List<? extends WorkloadSelecting> resources, boolean ignoredInRoot) {
    Map<Group, List<WorkloadSelecting>> equal = new LinkedHashMap<>();
    List<WorkloadSelecting> selecting = new ArrayList<>();
    for (WorkloadSelecting resource : resources) {
      Selector selector = Selector.of(resource.selector().labels());
      NamespaceRef namespace = resource.resource().namespace();
      boolean ignored =
          !resource.targetRefs().isEmpty()
              || resource.selector().open()
              || selector.open()
              || namespace.kind() == NamespaceRef.Kind.OPEN
              || nearness.isAlternative(resource.resource())
              || (ignoredInRoot && !selector.isEmpty() && policies.isRoot(resource));
      if (!ignored) {
        equal
            .computeIfAbsent(new Group(namespace, selector.labels()), any -> new ArrayList<>(1))
            .add(resource);
        if (!selector.isEmpty()) {
          selecting.add(resource);
        }
      }
    }
    Map<Resource, Claim> claims = new IdentityHashMap<>();
    equal.values().forEach(group -> addAll(group, null, claims));
    byWorkload(selecting).forEach((workload, group) -> addAll(group, workload, claims));
    List<Claim> inOrder = new ArrayList<>();
    for (WorkloadSelecting resource : resources) {
      Claim claim = claims.get(resource.resource());
      if (claim != null) {
        inOrder.add(claim);
      }
    }
    return inOrder;
  }

  private Map<MeshWorkload, List<WorkloadSelecting>> byWorkload(List<WorkloadSelecting> all) {
    Map<MeshWorkload, List<WorkloadSelecting>> claimed = new HashMap<>();
    for (WorkloadSelecting resource : all) {
      Selector selector = Selector.of(resource.selector().labels());
      for (MeshWorkload workload : workloads.certain(selector, resource.resource().namespace())) {
        claimed.computeIfAbsent(workload, any -> new ArrayList<>(1)).add(resource);
      }
    }
    return claimed;
  }

  private void addAll(
      List<WorkloadSelecting> group, @Nullable MeshWorkload workload, Map<Resource, Claim> claims) {
    for (WorkloadSelecting one : group) {
      if (group.size() > 1 && !claims.containsKey(one.resource())) {
        claims.put(one.resource(), new Claim(one, other(one, group), workload));
      }
    }
  }

  private WorkloadSelecting other(WorkloadSelecting one, List<WorkloadSelecting> group) {
    WorkloadSelecting first = group.get(0) == one ? group.get(1) : group.get(0);
    for (WorkloadSelecting other : group.subList(0, Math.min(group.size(), MOST_COMPARED))) {
      if (other != one && nearness.appliedTogether(one.resource(), other.resource())) {
        return other;
      }
    }
    return first;
  }
}
