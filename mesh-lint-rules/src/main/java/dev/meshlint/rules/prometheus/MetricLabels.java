package dev.meshlint.rules.prometheus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The labels that a set of metrics of one mesh has, as far as they are known. */
final class MetricLabels {
  private final String set;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final Map<String, Set<String>> values = new HashMap<>();
  private final Map<String, Set<String>> spellings = new HashMap<>();

  /** Makes an empty set, to be filled while the table is read. */
  MetricLabels(String set) {
    this.set = set;
  }

  void addNames(List<String> added) {
    names.addAll(added);
  }

  void addValues(String label, List<String> all) {
    values.put(label, new LinkedHashSet<>(all));
  }

  void addSpellings(String label, List<String> known) {
    spellings.put(label, new LinkedHashSet<>(known));
  }

  void addNumbers(List<String> labels) {
    numbers.addAll(labels);
  }

  /** Whether the values of a label are numbers. */
  boolean isNumber(String label) {
    return numbers.contains(label);
  }

  /** The mesh whose labels these are. */
  String mesh() {
    int dash = set.indexOf('-');
    return dash < 0 ? set : set.substring(0, dash);
  }

  /** The labels; empty where they are not known. */
  Set<String> names() {
    return names;
  }

  /** How known values of a label, which may have others too, are spelt; empty where none are known. */
  Set<String> spellings(String label) {
    return spellings.getOrDefault(label, Set.of());
  }

  /** All values that a label may have; empty where they are not known. */
  Set<String> values(String label) {
    return values.getOrDefault(label, Set.of());
  }
}
