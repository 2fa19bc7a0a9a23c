package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Policies of the network: NetworkPolicy of Kubernetes, CiliumNetworkPolicy and CiliumClusterwideNetworkPolicy, which allow
 * and deny together. Finding those for some pods takes as long as there are such. Immutable.
 */
public final class NetworkPolicies {
  /** Groups with further kinds of such policies, which may override these. */
  private static final List<String> OTHER_GROUPS =
      List.of("policy.networking.k8s.io", "crd.projectcalico.org", "projectcalico.org");

  private final Nearness nearness;
  private final Kustomizations kustomizations;
  private final NamespaceLabels namespaces;
  private final Direction ingress = new Direction();
  private final Direction egress = new Direction();
  private final boolean others;
  private final boolean empty;

  /** The policies on one direction of traffic, by namespace. */
  private static final class Direction {
    private final Map<NamespaceRef, List<NetworkSide>> added = new HashMap<>();
    private final List<NetworkSide> all = new ArrayList<>();
    private final List<NetworkSide> cluster = new ArrayList<>();
    private final Map<NamespaceRef, LabelIndex<NetworkSide>> byNamespace = new HashMap<>();
    private LabelIndex<NetworkSide> clusterwide = index(List.of());
    private LabelIndex<NetworkSide> everywhere = clusterwide;

    void add(NetworkSide side, boolean namespaced) {
      if (side.isSilent()) {
        return;
      }
      if (namespaced) {
        NamespaceRef namespace = side.resource().namespace();
        added.computeIfAbsent(namespace, any -> new ArrayList<>(1)).add(side);
        all.add(side);
      } else {
        cluster.add(side);
      }
    }

    void close() {
      added.forEach((namespace, sides) -> byNamespace.put(namespace, index(sides)));
      clusterwide = index(cluster);
      everywhere = index(all);
    }

    private static LabelIndex<NetworkSide> index(List<NetworkSide> sides) {
      return new LabelIndex<>(sides, side -> side.subject().labels().labels());
    }

    LabelIndex<NetworkSide> in(NamespaceRef namespace) {
      return byNamespace.getOrDefault(namespace, index(List.of()));
    }
  }

  NetworkPolicies(Mesh mesh) {
    nearness = mesh.nearness();
    kustomizations = mesh.kustomizations();
    namespaces = new NamespaceLabels(mesh.namespaces(), kustomizations);
    for (NetworkPolicy policy : mesh.all(NetworkPolicy.class)) {
      boolean patched = kustomizations.isPatched(policy.resource());
      ingress.add(NetworkSide.of(policy, true, patched), true);
      egress.add(NetworkSide.of(policy, false, patched), true);
    }
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      if (!rule.isForNodes()) {
        boolean patched = kustomizations.isPatched(rule.resource());
        ingress.add(NetworkSide.of(rule, true, patched), rule.isNamespaced());
        egress.add(NetworkSide.of(rule, false, patched), rule.isNamespaced());
      }
    }
    ingress.close();
    egress.close();
    empty =
        ingress.all.isEmpty()
            && ingress.cluster.isEmpty()
            && egress.all.isEmpty()
            && egress.cluster.isEmpty();
    others = !empty && hasOthers(mesh.resources());
  }

  private static boolean hasOthers(List<Resource> resources) {
    for (Resource resource : resources) {
      if (OTHER_GROUPS.contains(resource.group())) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return empty;
  }

  /** What policies say about the traffic to a workload's pods. */
  public PodIsolation ingress(MeshWorkload workload) {
    return of(ingress, podsOf(workload), workload.resource());
  }

  /** What policies say about the traffic from a workload's pods. */
  public PodIsolation egress(MeshWorkload workload) {
    return of(egress, podsOf(workload), workload.resource());
  }

  /** What policies say about the traffic to pods that need not be in view. */
  public PodIsolation ingress(PodGroup pods) {
    return of(ingress, pods, null);
  }

  /** The labels of namespaces. */
  NamespaceLabels namespaces() {
    return namespaces;
  }

  /** The pods of a workload; controllers give those that they make for Gateways more labels than are known. */
  static PodGroup podsOf(MeshWorkload workload) {
    boolean exact = workload.template().isPresent() && !workload.hasOpenLabels();
    return new PodGroup(workload.namespace(), workload.labels(), exact);
  }

  private PodIsolation of(Direction direction, PodGroup pods, @Nullable Resource near) {
    List<NetworkSide> certain = new ArrayList<>();
    List<NetworkSide> perhaps = new ArrayList<>();
    for (LabelIndex<NetworkSide> index :
        List.of(direction.in(pods.namespace()), direction.clusterwide)) {
      for (List<NetworkSide> candidates : candidates(index, pods)) {
        candidates.forEach(side -> add(side, pods, near, certain, perhaps));
      }
    }
    return new PodIsolation(
        certain, perhaps, others || mayBeElsewhere(direction, pods), namespaces);
  }

  private void add(
      NetworkSide side,
      PodGroup pods,
      @Nullable Resource near,
      List<NetworkSide> certain,
      List<NetworkSide> perhaps) {
    Same selects = side.subject().selects(pods, namespaces);
    if (selects == Same.YES && isSure(side.resource(), pods, near)) {
      certain.add(side);
    } else if (selects != Same.NO) {
      perhaps.add(side);
    }
  }

  /** Whether a policy is certainly applied to the pods that its file shows. */
  private boolean isSure(Resource policy, PodGroup pods, @Nullable Resource near) {
    boolean together = near != null && nearness.isNear(policy, near);
    boolean named =
        policy.scope() == Resource.Scope.CLUSTER
            || policy.namespace().kind() == NamespaceRef.Kind.NAMED;
    if (!together && (!named || nearness.isAlternative(policy))) {
      return false;
    }
    for (Map.Entry<String, Set<String>> added : kustomizations.addedPodLabels(policy).entrySet()) {
      String carried = pods.labels().get(added.getKey());
      if (carried == null || !added.getValue().contains(carried)) {
        return false;
      }
    }
    return true;
  }

  /** Where not all labels of the pods are known, they may have any that a policy asks for. */
  private static List<List<NetworkSide>> candidates(LabelIndex<NetworkSide> index, PodGroup pods) {
    return pods.exact() ? index.candidates(pods.labels()) : List.of(index.all());
  }

  /** Whether a policy may be for these pods if both turn out to be in one namespace. */
  private boolean mayBeElsewhere(Direction direction, PodGroup pods) {
    return pods.namespace().isNamed()
        ? selectsAny(direction.in(NamespaceRef.ASSUMED), pods)
            || selectsAny(direction.in(NamespaceRef.OPEN), pods)
        : selectsAny(direction.everywhere, pods);
  }

  private boolean selectsAny(LabelIndex<NetworkSide> index, PodGroup pods) {
    for (List<NetworkSide> candidates : candidates(index, pods)) {
      for (NetworkSide side : candidates) {
        if (!side.resource().namespace().equals(pods.namespace())
            && side.subject().selects(pods, namespaces) != Same.NO) {
          return true;
        }
      }
    }
    return false;
  }
}
