package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

  /** Whether there are any that are not certainly for other pods than these. */
  boolean haveOverlapping(CiliumSelection pods) {
    return firstOverlapping(pods, any -> true) != null;
  }

  /** The first that is not certainly for other pods than these, and is as wanted; null if there is none. */
  @Nullable T firstOverlapping(CiliumSelection pods, Predicate<T> wanted) {
    NamespaceRef namespace = pods.implied();
    if (namespace == null || !namespace.isNamed()) {
      return first(all, pods, wanted);
    }
    T found = first(inCluster, pods, wanted);
    LabelIndex<T> own = inNamespaces.get(namespace.name());
    return found != null || own == null ? found : first(own, pods, wanted);
  }

  private @Nullable T first(LabelIndex<T> index, CiliumSelection pods, Predicate<T> wanted) {
    for (List<T> candidates : index.overlapping(pods.labels().labels())) {
      for (T candidate : candidates) {
        if (wanted.test(candidate) && !subject.apply(candidate).excludes(pods)) {
          return candidate;
        }
      }
    }
    return null;
  }
}
