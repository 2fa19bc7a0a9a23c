package dev.meshlint.core.mesh;

import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Workloads by their labels, those of one namespace or all. Filled while the mesh is built, then only read. */
final class WorkloadIndex {
  /** A hint is not worth more comparisons. */
  private static final int MOST_COMPARED = 500;

  private final List<MeshWorkload> all = new ArrayList<>();
  private final Map<String, Set<String>> values = new HashMap<>();
  private final Map<String, List<MeshWorkload>> byLabel = new HashMap<>();
  private boolean open;

  /** An index of these workloads. */
  static WorkloadIndex of(List<MeshWorkload> workloads) {
    WorkloadIndex index = new WorkloadIndex();
    workloads.forEach(index::add);
    return index;
  }

  void add(MeshWorkload workload) {
    all.add(workload);
    open |= workload.hasOpenLabels();
    workload
        .labels()
        .forEach(
            (key, value) -> {
              byLabel.computeIfAbsent(key + '=' + value, any -> new ArrayList<>(1)).add(workload);
              values.computeIfAbsent(key, any -> new TreeSet<>()).add(value);
            });
  }

  /** All of them in the order of the files. */
  List<MeshWorkload> all() {
    return all;
  }

  /** Whether one of them may carry other labels than the files show. */
  boolean hasOpenLabels() {
    return open;
  }

  /** The values that they give to a label. */
  Set<String> values(String key) {
    return values.getOrDefault(key, Set.of());
  }

  /** Those that carry the selector's labels; all of them for an empty selector. */
  List<MeshWorkload> matching(Selector selector) {
    List<MeshWorkload> fewest = all;
    for (Map.Entry<String, String> label : selector.labels().entrySet()) {
      List<MeshWorkload> carrying =
          byLabel.getOrDefault(label.getKey() + '=' + label.getValue(), List.of());
      if (carrying.size() < fewest.size()) {
        fewest = carrying;
      }
    }
    if (selector.labels().size() < 2) {
      return fewest;
    }
    List<MeshWorkload> matching = new ArrayList<>();
    for (MeshWorkload workload : fewest) {
      if (selector.matches(workload.labels())) {
        matching.add(workload);
      }
    }
    return matching;
  }

  /** The label of the selector with a value that one of them carries and that comes close to the written one, or null. */
  @Nullable String nearLabel(Selector selector) {
    for (Map.Entry<String, String> label : selector.labels().entrySet()) {
      Set<String> carried = values(label.getKey());
      boolean hopeless = carried.contains(label.getValue()) || carried.size() > MOST_COMPARED;
      String near = hopeless ? null : NearMiss.suggestion(label.getValue(), carried);
      if (near != null) {
        return label.getKey() + ": " + near;
      }
    }
    return null;
  }
}
