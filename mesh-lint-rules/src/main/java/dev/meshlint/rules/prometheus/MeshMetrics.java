package dev.meshlint.rules.prometheus;

import dev.meshlint.core.rule.Table;
import dev.meshlint.core.value.NearMiss;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The metrics that the meshes export, read from the table beside this class, which names its sources and its date. */
final class MeshMetrics {
  private static final List<String> PARTS_OF_HISTOGRAMS = List.of("_bucket", "_sum", "_count");
  private static final String UNLISTED = "-";

  /** By the names that are exported: of a histogram those of its parts. */
  private static final Map<String, Metric> METRICS = new HashMap<>();

  private static final Map<String, MetricLabels> LABELS = new HashMap<>();
  private static final Map<String, String> PREFIXES = new HashMap<>();
  private static final Map<String, String> GONE = new HashMap<>();

  static {
    read();
  }

  private MeshMetrics() {}

  /** The metric with this name, also in the spelling of other exposition formats; null where none is known. */
  static @Nullable Metric get(String name) {
    Metric metric = METRICS.get(name);
    if (metric == null) {
      metric = METRICS.get(name + "_bucket");
    }
    if (metric == null) {
      metric = METRICS.get(without(name, "_created") + "_total");
    }
    return metric == null ? METRICS.get(without(name, "_total")) : metric;
  }

  /** What became of a metric that is no longer exported; null where nothing is known of it. */
  static @Nullable String gone(String name) {
    String reason = get(name) == null ? GONE.get(longestPrefix(name, GONE.keySet())) : null;
    return reason;
  }

  /** Whether names that begin like this belong to a mesh, and most of them are in the table. */
  static boolean isOwn(String name) {
    String word = PREFIXES.get(longestPrefix(name, PREFIXES.keySet()));
    return word != null && !word.equals("open");
  }

  /** Whether all names that begin like this are in the table, but for those that users define. */
  static boolean isClosed(String name) {
    return "closed".equals(PREFIXES.get(longestPrefix(name, PREFIXES.keySet())));
  }

  /** Whether some metric of a mesh has this label. */
  static boolean isLabelOf(String mesh, String label) {
    for (MetricLabels labels : LABELS.values()) {
      if (labels.mesh().equals(mesh) && labels.names().contains(label)) {
        return true;
      }
    }
    return false;
  }

  /** The one metric that a misspelt name plainly means; null where there is none. */
  static @Nullable String nearest(String name) {
    return NearMiss.nearestGiven(name, METRICS.keySet());
  }

  private static String without(String name, String suffix) {
    return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
  }

  private static String longestPrefix(String name, Set<String> prefixes) {
    String longest = "";
    for (String prefix : prefixes) {
      if (name.startsWith(prefix) && prefix.length() > longest.length()) {
        longest = prefix;
      }
    }
    return longest;
  }

  private static void read() {
    for (String line : Table.lines(MeshMetrics.class, "mesh-metrics.txt")) {
      read(List.of(line.split(" ", -1)));
    }
  }

  private static void read(List<String> words) {
    String subject = words.get(1);
    List<String> rest = words.subList(2, words.size());
    switch (words.get(0)) {
      case "own", "closed", "open" -> PREFIXES.put(subject, words.get(0));
      case "gone" -> GONE.put(subject, String.join(" ", rest));
      case "labels" -> labels(subject).addNames(rest);
      case "numbers" -> labels(subject).addNumbers(rest);
      case "spelt" -> labels(subject).addSpellings(rest.get(0), rest.subList(1, rest.size()));
      case "values" -> labels(subject).addValues(rest.get(0), rest.subList(1, rest.size()));
      case "histogram" -> {
        for (String name : rest) {
          PARTS_OF_HISTOGRAMS.forEach(part -> add(name + part, false, subject));
        }
      }
      default -> rest.forEach(name -> add(name, words.get(0).equals("counter"), subject));
    }
  }

  private static void add(String name, boolean counter, String labels) {
    METRICS.put(name, new Metric(counter, labels.equals(UNLISTED) ? null : labels(labels)));
  }

  private static MetricLabels labels(String set) {
    return LABELS.computeIfAbsent(set, MetricLabels::new);
  }
}
