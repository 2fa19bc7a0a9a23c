package dev.meshlint.core.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of ports and ranges of ports, {@code 25,587,3306-3310}, as in {@code
 * config.linkerd.io/opaque-ports} and {@code traffic.sidecar.istio.io/excludeOutboundPorts}. Blanks
 * around the entries and one comma at the end are allowed.
 *
 * @param ranges the numeric entries
 * @param names the other entries, as written: names of ports, or mistakes
 */
public record PortRanges(List<Range> ranges, List<String> names) {
  /**
   * Ports next to each other.
   *
   * @param first the first port
   * @param last the last port; the same for a single one
   */
  public record Range(int first, int last) {
    /** Whether the port is one of these. */
    public boolean contains(int port) {
      return first <= port && port <= last;
    }
  }

  /** Makes the lists unmodifiable. */
  public PortRanges {
    ranges = List.copyOf(ranges);
    names = List.copyOf(names);
  }

  /** Reads a list; what is neither a port nor a range becomes a name. */
  public static PortRanges parse(String text) {
    List<Range> ranges = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String entry : entries(text)) {
      Range range = range(entry);
      if (range != null) {
        ranges.add(range);
      } else {
        names.add(entry);
      }
    }
    return new PortRanges(ranges, names);
  }

  /** What is wrong with a list that may hold numbers only, as a clause; null if nothing is. */
  public static @Nullable String problem(String text) {
    for (String entry : entries(text)) {
      String problem = entryProblem(entry);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  /** Whether the port is in one of the ranges. */
  public boolean contains(int port) {
    for (Range range : ranges) {
      if (range.contains(port)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      entries.add(text.substring(start, end).strip());
      start = end + 1;
    }
    return entries;
  }

  private static @Nullable Range range(String entry) {
    int hyphen = entry.indexOf('-');
    Integer first = PortNumber.parse((hyphen < 0 ? entry : entry.substring(0, hyphen)).strip());
    Integer last = hyphen < 0 ? first : PortNumber.parse(entry.substring(hyphen + 1).strip());
    return first == null || last == null || first > last ? null : new Range(first, last);
  }

  private static @Nullable String entryProblem(String entry) {
    if (range(entry) != null) {
      return null;
    }
    if (entry.isEmpty()) {
      return "it has an empty entry";
    }
    int hyphen = entry.indexOf('-');
    if (hyphen > 0
        && PortNumber.parse(entry.substring(0, hyphen).strip()) != null
        && PortNumber.parse(entry.substring(hyphen + 1).strip()) != null) {
      return "the range \"" + entry + "\" ends before it begins";
    }
    String problem = hyphen > 0 ? "it is no range of ports" : PortNumber.problem(entry);
    return "in \"" + entry + "\", " + problem;
  }
}
