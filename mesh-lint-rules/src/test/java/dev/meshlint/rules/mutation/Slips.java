package dev.meshlint.rules.mutation;

/** Slips of the pen in words. */
final class Slips {
  private Slips() {}

  /** With the first two letters swapped that differ and follow each other, not counting the first of all. */
  static String swapped(String word) {
    for (int i = 1; i + 1 < word.length(); i++) {
      char first = word.charAt(i);
      char second = word.charAt(i + 1);
      if (first != second && Character.isLetter(first) && Character.isLetter(second)) {
        return word.substring(0, i) + second + first + word.substring(i + 2);
      }
    }
    return word + "x";
  }

  /** With a slip in the last word of a path or the first of a host. */
  static String swapped(String text, char separator, boolean last) {
    int at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
    if (at < 0) {
      return swapped(text);
    }
    return last
        ? text.substring(0, at + 1) + swapped(text.substring(at + 1))
        : swapped(text.substring(0, at)) + text.substring(at);
  }

  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
