package dev.meshlint.core.model;

import java.util.List;

/**
 * The labels by which an Istio resource selects workloads: a view on the map of labels itself.
 * Absent or empty it selects all workloads of the resource's namespace, and of the mesh in the
 * root namespace, unless there are {@code targetRefs}.
 */
public final class WorkloadSelector extends View {
  /** Makes the view. */
  public WorkloadSelector(At at) {
    super(at);
  }

  /** The labels that a workload must have, all of them. */
  public List<Named<Text>> labels() {
    return entries();
  }

  /** Whether no label narrows the selection; false where the labels cannot be relied on. */
  public boolean selectsAll() {
    return !open() && labels().isEmpty();
  }
}
