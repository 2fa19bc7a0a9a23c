package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Things by the pods that they are for, so that those for some of the same pods are found without looking at all of them.
 * Immutable.
 */
final class CiliumSubjects<T> {
  private final Function<T, CiliumSelection> subject;
  private final Map<String, LabelIndex<T>> inNamespaces = new HashMap<>();
  private final LabelIndex<T> inCluster;
  private final LabelIndex<T> all;

  /**
   * Makes an index.
   *
   * @param things the things
   * @param subject the pods that each is for
   */
  CiliumSubjects(List<T> things, Function<T, CiliumSelection> subject) {
    this.subject = subject;
    Map<String, List<T>> byNamespace = new HashMap<>();
    List<T> cluster = new ArrayList<>();
    for (T thing : things) {
      NamespaceRef namespace = subject.apply(thing).implied();
      if (namespace == null || !namespace.isNamed()) {
        cluster.add(thing);
      } else {
        byNamespace.computeIfAbsent(namespace.name(), any -> new ArrayList<>()).add(thing);
      }
    }
    byNamespace.forEach((namespace, some) -> inNamespaces.put(namespace, index(some)));
    inCluster = index(cluster);
    all = index(things);
  }

  private LabelIndex<T> index(List<T> things) {
    return new LabelIndex<>(things, thing -> subject.apply(thing).labels().labels());
  }

  /** Those that are not certainly for other pods than these. */
  List<T> overlapping(CiliumSelection pods) {
    return overlapping(pods, Integer.MAX_VALUE);
  }

  /** Whether there are any that are not certainly for other pods than these. */
  boolean haveOverlapping(CiliumSelection pods) {
    return !overlapping(pods, 1).isEmpty();
  }

  private List<T> overlapping(CiliumSelection pods, int most) {
    NamespaceRef namespace = pods.implied();
    List<T> overlapping = new ArrayList<>();
    if (namespace == null || !namespace.isNamed()) {
      add(all, pods, most, overlapping);
    } else {
      add(inCluster, pods, most, overlapping);
      add(inNamespaces.getOrDefault(namespace.name(), index(List.of())), pods, most, overlapping);
    }
    return overlapping;
  }

  private void add(LabelIndex<T> index, CiliumSelection pods, int most, List<T> overlapping) {
    for (List<T> candidates : index.overlapping(pods.labels().labels())) {
      for (T candidate : candidates) {
        if (overlapping.size() >= most) {
          return;
        }
        if (!subject.apply(candidate).excludes(pods)) {
          overlapping.add(candidate);
        }
      }
    }
  }
}
