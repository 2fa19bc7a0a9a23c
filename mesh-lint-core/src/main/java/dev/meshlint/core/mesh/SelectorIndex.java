package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.WorkloadSelecting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Policies of one namespace by what they select, so that those for some pods are found without looking at all of them.
 * Immutable.
 */
final class SelectorIndex<T extends WorkloadSelecting> {
  private final List<T> all;
  private final List<T> whole = new ArrayList<>();
  private final List<T> attached = new ArrayList<>();
  private final List<T> open = new ArrayList<>();
  private final @Nullable T unattached;
  private final LabelIndex<Entry<T>> selecting;
  private final Map<String, Map<String, T>> byTarget = new HashMap<>();

  private record Entry<T>(T policy, Selector selector) {}

  /** Makes an index of these policies. */
  SelectorIndex(List<T> policies) {
    all = List.copyOf(policies);
    List<Entry<T>> entries = new ArrayList<>();
    T first = null;
    for (T policy : all) {
      if (first == null && policy.targetRefs().isEmpty()) {
        first = policy;
      }
      Selector selector = Selector.of(policy.selector().labels());
      if (!policy.targetRefs().isEmpty()) {
        attached.add(policy);
        policy.targetRefs().forEach(target -> attach(target, policy));
      } else if (policy.selector().open() || selector.open()) {
        open.add(policy);
      } else if (selector.isEmpty()) {
        whole.add(policy);
      } else {
        entries.add(new Entry<>(policy, selector));
      }
    }
    unattached = first;
    selecting = new LabelIndex<>(entries, entry -> entry.selector().labels());
  }

  private void attach(Reference target, T policy) {
    Text name = target.name();
    byTarget
        .computeIfAbsent(PolicyTargets.kindOf(target), any -> new HashMap<>())
        .putIfAbsent(name == null || name.open() ? "" : name.value(), policy);
  }

  /** All of them, in the order of the files. */
  List<T> all() {
    return all;
  }

  /** Those without a selector that are attached to nothing. */
  List<T> whole() {
    return whole;
  }

  /** Those that are attached by {@code targetRefs}. */
  List<T> attached() {
    return attached;
  }

  /** One that is attached to nothing; null if there is none. */
  @Nullable T unattached() {
    return unattached;
  }

  /** Those whose selector holds a placeholder. */
  List<T> open() {
    return open;
  }

  /** Those whose selector certainly selects these pods. */
  List<T> selecting(PodGroup pods) {
    List<T> certain = new ArrayList<>();
    pods.labels()
        .forEach(
            (key, value) -> {
              for (Entry<T> entry : selecting.at(key, value)) {
                if (pods.selectedBy(entry.selector()) == Same.YES) {
                  certain.add(entry.policy());
                }
              }
            });
    return certain;
  }

  /** One whose selector selects some of these pods perhaps, and all of them not certainly; null if there is none. */
  @Nullable T perhapsSelecting(PodGroup pods) {
    if (pods.exact()) {
      return null;
    }
    for (Map.Entry<String, Map<String, List<Entry<T>>>> ofKey : selecting.byLabel().entrySet()) {
      String carried = pods.labels().get(ofKey.getKey());
      Iterable<List<Entry<T>>> candidates =
          carried == null
              ? ofKey.getValue().values()
              : List.of(selecting.at(ofKey.getKey(), carried));
      for (List<Entry<T>> entries : candidates) {
        for (Entry<T> entry : entries) {
          if (pods.selectedBy(entry.selector()) == Same.MAYBE) {
            return entry.policy();
          }
        }
      }
    }
    return null;
  }

  /** One that is, or may be, for some of these pods, by selector or for lack of one; null if there is none. */
  @Nullable T perhapsFor(PodGroup pods) {
    List<T> certain = whole.isEmpty() ? open : whole;
    if (certain.isEmpty()) {
      certain = selecting(pods);
    }
    return certain.isEmpty() ? perhapsSelecting(pods) : certain.get(0);
  }

  /**
   * One that may be attached to a target; null if there is none.
   *
   * @param kind the kind of the target
   * @param name its name; null for any
   */
  @Nullable T perhapsAttachedTo(String kind, @Nullable String name) {
    Map<String, T> named = byTarget.getOrDefault(kind, Map.of());
    return name == null
        ? named.values().stream().findFirst().orElse(null)
        : named.getOrDefault(name, named.get(""));
  }

  /** One that may be attached to what another policy is attached to; null if there is none. */
  @Nullable T perhapsSharingTarget(WorkloadSelecting other) {
    for (Reference target : other.targetRefs()) {
      String kind = PolicyTargets.kindOf(target);
      Text name = target.name();
      for (Map.Entry<String, Map<String, T>> ofKind : byTarget.entrySet()) {
        Map<String, T> named = ofKind.getValue();
        T found =
            name == null || name.open() || !ofKind.getKey().equals(kind)
                ? named.values().iterator().next()
                : named.getOrDefault(name.value(), named.get(""));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
