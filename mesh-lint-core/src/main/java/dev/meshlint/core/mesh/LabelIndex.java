package dev.meshlint.core.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Things that ask for labels, each kept under the rarest label that it asks for, so that those for some pods are found
 * without looking at all of them. Immutable.
 */
final class LabelIndex<T> {
  private final List<T> all;
  private final List<T> unlabelled = new ArrayList<>();
  private final Map<String, Map<String, List<T>>> byLabel = new HashMap<>();

  /**
   * Makes an index.
   *
   * @param all the things
   * @param labels the labels that each asks for
   */
  LabelIndex(List<T> all, Function<T, Map<String, String>> labels) {
    this.all = List.copyOf(all);
    Map<String, Integer> frequency = new HashMap<>();
    for (T one : all) {
      labels
          .apply(one)
          .forEach((key, value) -> frequency.merge(key + '=' + value, 1, Integer::sum));
    }
    for (T one : all) {
      Map<String, String> wanted = labels.apply(one);
      if (wanted.isEmpty()) {
        unlabelled.add(one);
      } else {
        add(one, wanted, frequency);
      }
    }
  }

  private void add(T one, Map<String, String> wanted, Map<String, Integer> frequency) {
    String rarest = "";
    int fewest = Integer.MAX_VALUE;
    for (Map.Entry<String, String> label : wanted.entrySet()) {
      int count = frequency.getOrDefault(label.getKey() + '=' + label.getValue(), 0);
      if (count < fewest) {
        fewest = count;
        rarest = label.getKey();
      }
    }
    byLabel
        .computeIfAbsent(rarest, any -> new HashMap<>())
        .computeIfAbsent(wanted.getOrDefault(rarest, ""), any -> new ArrayList<>(1))
        .add(one);
  }

  /** All of them, in their order. */
  List<T> all() {
    return all;
  }

  /** Those that ask for no label. */
  List<T> unlabelled() {
    return unlabelled;
  }

  /** Those that are kept under a label, by its key and value. */
  Map<String, Map<String, List<T>>> byLabel() {
    return byLabel;
  }

  /** Those that are kept under this label. */
  List<T> at(String key, String value) {
    return byLabel.getOrDefault(key, Map.of()).getOrDefault(value, List.of());
  }

  /** Those that ask for no label, and those that are kept under one of these: all that may be for such pods. */
  List<List<T>> candidates(Map<String, String> labels) {
    List<List<T>> candidates = new ArrayList<>(labels.size() + 1);
    candidates.add(unlabelled);
    labels.forEach((key, value) -> candidates.add(at(key, value)));
    return candidates;
  }

  /** All that do not ask for another value of one of these labels: those that may be for some of the pods that ask for them. */
  List<List<T>> overlapping(Map<String, String> labels) {
    List<List<T>> overlapping = new ArrayList<>();
    overlapping.add(unlabelled);
    byLabel.forEach(
        (key, values) -> {
          String wanted = labels.get(key);
          if (wanted == null) {
            overlapping.addAll(values.values());
          } else {
            overlapping.add(at(key, wanted));
          }
        });
    return overlapping;
  }
}
