package dev.meshlint.core.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds the lines in which two texts differ: the shortest list of removed and added lines, by Myers' greedy algorithm; where
 * that would take long, everything between what is equal at both ends.
 */
final class LineDiff {
  /** More removed and added lines than these are not worth the search. */
  private static final int MOST_CHANGES = 1000;

  private final List<String> before;
  private final List<String> after;

  /**
   * Lines that are replaced, counted from 0, ends exclusive.
   *
   * @param start the first line before
   * @param end the line after the last one before
   * @param newStart the first line after
   * @param newEnd the line after the last one after
   */
  record Change(int start, int end, int newStart, int newEnd) {}

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** The lines of a text with their line breaks, which are part of what may differ. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /** What differs, from top to bottom; neighbours are one change. */
  static List<Change> of(List<String> before, List<String> after) {
    return new LineDiff(before, after).changes();
  }

  private List<Change> changes() {
    int prefix = 0;
    int shorter = Math.min(before.size(), after.size());
    while (prefix < shorter && before.get(prefix).equals(after.get(prefix))) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < shorter - prefix
        && before.get(before.size() - 1 - suffix).equals(after.get(after.size() - 1 - suffix))) {
      suffix++;
    }
    int end = before.size() - suffix;
    int newEnd = after.size() - suffix;
    if (prefix == end && prefix == newEnd) {
      return List.of();
    }
    List<int[]> trace = search(prefix, end, newEnd);
    return trace.isEmpty()
        ? List.of(new Change(prefix, end, prefix, newEnd))
        : changes(trace, prefix, end, newEnd);
  }

  /** How far each diagonal gets with 0, 1, 2 ... changes; empty if they are too many. */
  private List<int[]> search(int from, int end, int newEnd) {
    int length = end - from;
    int newLength = newEnd - from;
    int most = Math.min(MOST_CHANGES, length + newLength);
    List<int[]> trace = new ArrayList<>();
    int[] furthest = new int[2 * most + 3];
    for (int count = 0; count <= most; count++) {
      trace.add(Arrays.copyOf(furthest, furthest.length));
      for (int diagonal = -count; diagonal <= count; diagonal += 2) {
        int at = most + 1 + diagonal;
        int x = goesDown(furthest, at, diagonal, count) ? furthest[at + 1] : furthest[at - 1] + 1;
        int y = x - diagonal;
        while (x < length && y < newLength && before.get(from + x).equals(after.get(from + y))) {
          x++;
          y++;
        }
        furthest[at] = x;
        if (x >= length && y >= newLength) {
          return trace;
        }
      }
    }
    return List.of();
  }

  private static boolean goesDown(int[] furthest, int at, int diagonal, int count) {
    return diagonal == -count || (diagonal != count && furthest[at - 1] < furthest[at + 1]);
  }

  private static List<Change> changes(List<int[]> trace, int from, int end, int newEnd) {
    List<Change> changes = new ArrayList<>();
    int x = end - from;
    int y = newEnd - from;
    for (int count = trace.size() - 1; count > 0; count--) {
      int[] furthest = trace.get(count);
      int middle = furthest.length / 2;
      int diagonal = x - y;
      boolean down = goesDown(furthest, middle + diagonal, diagonal, count);
      int previous = down ? diagonal + 1 : diagonal - 1;
      int previousX = furthest[middle + previous];
      int previousY = previousX - previous;
      int startX = previousX + from;
      int startY = previousY + from;
      join(
          changes,
          new Change(startX, down ? startX : startX + 1, startY, down ? startY + 1 : startY));
      x = previousX;
      y = previousY;
    }
    Collections.reverse(changes);
    return changes;
  }

  /** Adds a change above the last one, or to it where nothing lies between them. */
  private static void join(List<Change> changes, Change above) {
    if (!changes.isEmpty()) {
      Change below = changes.get(changes.size() - 1);
      if (above.end() == below.start() && above.newEnd() == below.newStart()) {
        changes.set(
            changes.size() - 1,
            new Change(above.start(), below.end(), above.newStart(), below.newEnd()));
        return;
      }
    }
    changes.add(above);
  }
}
