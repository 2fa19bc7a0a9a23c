package dev.meshlint.core.schema;

import org.jspecify.annotations.Nullable;

/** Numbers in texts. */
final class Numbers {
  private Numbers() {}

  /** The number, or null where the text is none. */
  static @Nullable Double parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    char first = text.charAt(0);
    if (!(first >= '0' && first <= '9') && first != '-' && first != '+' && first != '.') {
      return null;
    }
    try {
      return Double.valueOf(text.replace("_", ""));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A number as people write it: whole ones without a fraction. */
  static String show(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
