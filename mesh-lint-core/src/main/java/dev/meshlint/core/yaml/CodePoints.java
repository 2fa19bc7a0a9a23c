package dev.meshlint.core.yaml;

import java.util.Arrays;

/** Turns the engine's indices, which count code points, into offsets of a text, which count UTF-16 code units. */
final class CodePoints {
  private static final int[] NONE = {};

  private final int from;
  private final int[] pairs;

  private CodePoints(int from, int[] pairs) {
    this.from = from;
    this.pairs = pairs;
  }

  /** Prepares a piece of text; a piece without surrogate pairs costs nothing but the look for them. */
  static CodePoints of(String text, int from, int to) {
    int[] pairs = NONE;
    int count = 0;
    for (int i = from; i < to; i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        if (count == pairs.length) {
          pairs = Arrays.copyOf(pairs, Math.max(16, count * 2));
        }
        pairs[count] = i - from - count;
        count++;
        i++;
      }
    }
    return new CodePoints(from, count == pairs.length ? pairs : Arrays.copyOf(pairs, count));
  }

  /** The offset in the whole text of the code point with this index in the piece. */
  int offset(int index) {
    if (pairs.length == 0) {
      return from + index;
    }
    int at = Arrays.binarySearch(pairs, index);
    return from + index + (at >= 0 ? at : -at - 1);
  }
}
