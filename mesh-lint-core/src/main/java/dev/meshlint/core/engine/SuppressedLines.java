package dev.meshlint.core.engine;

import dev.meshlint.core.finding.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The suppressions between {@code ignore-start} and {@code ignore-end} in one file, both lines included. They may lie in
 * one another and overlap.
 */
final class SuppressedLines {
  private final TreeMap<Integer, Start> open = new TreeMap<>();
  private final Map<Set<String>, Deque<Start>> byRules = new HashMap<>();

  /** In the order of their last lines. */
  private final List<Range> ranges = new ArrayList<>(0);

  /** The first line of each range and all after it; made when it is first needed. */
  private int @Nullable [] leastFirst;

  /**
   * A comment that begins a suppression.
   *
   * @param directive what it says
   * @param place where it stands
   * @param removal what to delete to be rid of it
   */
  record Start(Directive directive, Place place, Place removal) {}

  private record Range(int first, int last, Suppression suppression) {}

  void start(Directive directive, Place place, Place removal) {
    Start start = new Start(directive, place, removal);
    open.put(place.start(), start);
    sameRules(directive.rules()).add(start);
  }

  /** Takes what an end ends: the last start with these rules, or the last of all if it names none; null if there is none. */
  @Nullable Start end(List<String> rules) {
    Map.Entry<Integer, Start> last = open.lastEntry();
    if (last == null) {
      return null;
    }
    Start start =
        sameRules(rules.isEmpty() ? last.getValue().directive().rules() : rules).pollLast();
    if (start != null) {
      open.remove(start.place().start());
    }
    return start;
  }

  private Deque<Start> sameRules(List<String> rules) {
    return byRules.computeIfAbsent(new HashSet<>(rules), same -> new ArrayDeque<>(1));
  }

  /** The starts that no end has followed. */
  Collection<Start> unfinished() {
    return open.values();
  }

  /** Adds a suppression for these lines, counted from 1; none after those that end further down. */
  void add(int first, int last, Suppression suppression) {
    ranges.add(new Range(first, last, suppression));
  }

  /** The suppressions that cover a line. */
  List<Suppression> at(int line) {
    List<Suppression> covering = new ArrayList<>(0);
    int[] least = leastFirst();
    for (int i = firstThatEndsFrom(line); i < least.length && least[i] <= line; i++) {
      if (ranges.get(i).first <= line) {
        covering.add(ranges.get(i).suppression);
      }
    }
    return covering;
  }

  private int[] leastFirst() {
    int[] known = leastFirst;
    if (known == null || known.length != ranges.size()) {
      known = new int[ranges.size()];
      int least = Integer.MAX_VALUE;
      for (int i = known.length - 1; i >= 0; i--) {
        least = Math.min(least, ranges.get(i).first);
        known[i] = least;
      }
      leastFirst = known;
    }
    return known;
  }

  private int firstThatEndsFrom(int line) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).last < line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
