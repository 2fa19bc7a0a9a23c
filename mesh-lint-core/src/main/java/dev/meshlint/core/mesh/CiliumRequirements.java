package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.value.LabelSelector;
import dev.meshlint.core.value.LabelSelector.Operator;
import dev.meshlint.core.value.LabelSelector.Requirement;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a selector of Cilium asks of the labels of pods: their own, those that they have from their namespace and those that
 * Cilium gives them.
 *
 * @param all the requirements, with keys as they are on pods
 */
record CiliumRequirements(List<Requirement> all) {
  /** Whether labels are asked for that pods in files show, and nothing else but a namespace. */
  boolean areOfPods() {
    boolean labels = false;
    for (Requirement requirement : all) {
      if (isOfCilium(requirement)) {
        return false;
      }
      labels |= !requirement.key().equals(CiliumLabels.NAMESPACE);
    }
    return labels;
  }

  /** The one value that is asked of a label, or null. */
  @Nullable String value(String key) {
    for (Requirement requirement : all) {
      if (requirement.key().equals(key) && isOne(requirement)) {
        return requirement.values().get(0);
      }
    }
    return null;
  }

  /** The values that are asked of the pods' own labels, as far as it is one each. */
  Map<String, String> labels() {
    Map<String, String> equal = new LinkedHashMap<>();
    for (Requirement requirement : all) {
      if (isOne(requirement)
          && !isOfCilium(requirement)
          && !requirement.key().equals(CiliumLabels.NAMESPACE)) {
        equal.put(requirement.key(), requirement.values().get(0));
      }
    }
    return equal;
  }

  /** Whether the pods of a workload meet all of them. */
  Same metBy(MeshWorkload workload) {
    Same answer = Same.YES;
    for (Requirement requirement : all) {
      answer = answer.and(meets(requirement, workload));
    }
    return answer;
  }

  /** Whether all, none or perhaps some of these pods meet all of them. */
  Same metBy(PodGroup pods, NamespaceLabels namespaces) {
    Same answer = Same.YES;
    List<Requirement> ofNamespace = new ArrayList<>();
    for (Requirement requirement : all) {
      String key = requirement.key();
      if (key.startsWith(CiliumLabels.NAMESPACE_LABELS)) {
        String label = key.substring(CiliumLabels.NAMESPACE_LABELS.length());
        ofNamespace.add(new Requirement(label, requirement.operator(), requirement.values()));
        continue;
      }
      Same other = meetsOther(requirement, pods.namespace());
      answer = answer.and(other == null ? pods.meets(requirement) : other);
    }
    return ofNamespace.isEmpty()
        ? answer
        : answer.and(
            namespaces.selectedBy(new LabelSelector(Map.of(), ofNamespace), pods.namespace()));
  }

  /** What these workloads carry instead of one of the labels: its value under another key, or a value plainly meant. */
  @Nullable String nearest(List<MeshWorkload> workloads) {
    for (Requirement requirement : all) {
      String wanted = value(requirement.key());
      if (wanted == null || isOfCilium(requirement)) {
        continue;
      }
      Set<String> values = new TreeSet<>();
      for (MeshWorkload workload : workloads) {
        for (Map.Entry<String, String> label : workload.labels().entrySet()) {
          if (label.getKey().equals(requirement.key())) {
            values.add(label.getValue());
          } else if (label.getValue().equals(wanted) && !requirement.matches(workload.labels())) {
            return label.getKey() + ": " + wanted;
          }
        }
      }
      String near = values.contains(wanted) ? null : NearMiss.nearest(wanted, values);
      if (near != null) {
        return requirement.key() + ": " + near;
      }
    }
    return null;
  }

  /** The same, in a namespace. */
  CiliumRequirements in(@Nullable NamespaceRef namespace) {
    if (namespace == null || !namespace.isNamed()) {
      return this;
    }
    List<Requirement> more = new ArrayList<>(all);
    more.add(new Requirement(CiliumLabels.NAMESPACE, Operator.IN, List.of(namespace.name())));
    return new CiliumRequirements(more);
  }

  /** Whether no pod can meet these and the others. */
  boolean exclude(CiliumRequirements others) {
    List<Requirement> both = new ArrayList<>(all);
    both.addAll(others.all);
    return CiliumLabels.contradiction(both) != null;
  }

  private static boolean isOne(Requirement requirement) {
    return requirement.operator() == Operator.IN && requirement.values().size() == 1;
  }

  private static boolean isOfCilium(Requirement requirement) {
    String key = requirement.key();
    return key.indexOf(':') >= 0
        || key.startsWith("io.cilium.")
        || key.startsWith("kubernetes.io/")
        || (key.startsWith("io.kubernetes.") && !key.equals(CiliumLabels.NAMESPACE));
  }

  private static Same meets(Requirement requirement, MeshWorkload workload) {
    Same other = meetsOther(requirement, workload.namespace());
    if (other != null) {
      return other;
    }
    if (requirement.matches(workload.labels())) {
      return Same.YES;
    }
    return workload.hasOpenLabels() ? Same.MAYBE : Same.NO;
  }

  /** What a requirement that is about no label of the pods' own says; null for one that is. */
  private static @Nullable Same meetsOther(Requirement requirement, NamespaceRef namespace) {
    if (requirement.key().startsWith("reserved:")) {
      return Same.NO;
    }
    if (isOfCilium(requirement)) {
      return Same.MAYBE;
    }
    if (requirement.key().equals(CiliumLabels.NAMESPACE)) {
      if (!namespace.isNamed()) {
        return Same.MAYBE;
      }
      return requirement.matches(Map.of(CiliumLabels.NAMESPACE, namespace.name()))
          ? Same.YES
          : Same.NO;
    }
    return null;
  }
}
