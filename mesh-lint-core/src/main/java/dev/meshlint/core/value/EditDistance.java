package dev.meshlint.core.value;

import java.util.Arrays;

/**
 * The restricted Damerau–Levenshtein distance: the fewest insertions, deletions, replacements and
 * swaps of neighbours that turn one word into the other, no place being touched twice.
 */
final class EditDistance {
  private EditDistance() {}

  /**
   * The distance, or {@code limit + 1} if it is larger than the limit. Looks only at the cells that
   * may stay below the limit: time grows with length times limit.
   */
  static int atMost(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int start = 0;
    int shorter = Math.min(a.length(), b.length());
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int endA = a.length();
    int endB = b.length();
    while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    if (start == endA || start == endB) {
      return Math.min(Math.max(endA, endB) - start, limit + 1);
    }
    return table(a.substring(start, endA), b.substring(start, endB), limit);
  }

  private static int table(String a, String b, int limit) {
    int over = limit + 1;
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = Math.min(j, over);
    }
    for (int i = 1; i <= a.length(); i++) {
      int from = Math.max(1, i - limit);
      int to = Math.min(b.length(), i + limit);
      Arrays.fill(row, over);
      row[0] = Math.min(i, over);
      int best = row[0];
      for (int j = from; j <= to; j++) {
        char x = a.charAt(i - 1);
        char y = b.charAt(j - 1);
        int cell = last[j - 1] + (x == y ? 0 : 1);
        cell = Math.min(cell, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && x == b.charAt(j - 2) && a.charAt(i - 2) == y) {
          cell = Math.min(cell, beforeLast[j - 2] + 1);
        }
        row[j] = Math.min(cell, over);
        best = Math.min(best, row[j]);
      }
      if (best >= over) {
        return over;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
