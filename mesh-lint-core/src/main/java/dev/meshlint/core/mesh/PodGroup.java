package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.value.LabelSelector.Requirement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pods of one namespace, known by labels that all of them carry: those of a workload in view, or all that a policy or a
 * Service selects, whether they are in view or not.
 *
 * @param namespace their namespace
 * @param labels labels that all of them carry
 * @param exact whether they carry no others
 */
public record PodGroup(NamespaceRef namespace, Map<String, String> labels, boolean exact) {
  /** Makes the map unmodifiable. */
  public PodGroup {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** The pods of a workload. */
  public static PodGroup of(MeshWorkload workload) {
    return new PodGroup(workload.namespace(), workload.labels(), !workload.hasOpenLabels());
  }

  /** The pods that a policy of their own namespace selects. */
  public static PodGroup of(WorkloadSelecting policy) {
    Selector selector = Selector.of(policy.selector().labels());
    return new PodGroup(policy.resource().namespace(), selector.labels(), false);
  }

  /** The pods behind a Kubernetes Service; all of its namespace where it has no selector. */
  public static PodGroup of(MeshService service) {
    Service view = service.kubernetes();
    Map<String, String> labels = view == null ? Map.of() : Selector.of(view.selector()).labels();
    return new PodGroup(service.namespace(), labels, false);
  }

  /** Whether they meet a requirement on their labels: all, none, or perhaps some. */
  Same meets(Requirement requirement) {
    if (!exact && !labels.containsKey(requirement.key())) {
      return Same.MAYBE;
    }
    return requirement.matches(labels) ? Same.YES : Same.NO;
  }

  /** Whether a selector of their namespace selects them: all, none, or perhaps some. */
  public Same selectedBy(Selector selector) {
    Same answer = selector.open() ? Same.MAYBE : Same.YES;
    for (Map.Entry<String, String> wanted : selector.labels().entrySet()) {
      String carried = labels.get(wanted.getKey());
      if (carried == null && !exact) {
        answer = Same.MAYBE;
      } else if (!wanted.getValue().equals(carried)) {
        return Same.NO;
      }
    }
    return answer;
  }
}
