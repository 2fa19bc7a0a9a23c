package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * A length of time as the Gateway API writes it (GEP-2257): one to four whole numbers of at most
 * five digits, each with a unit {@code h}, {@code m}, {@code s} or {@code ms}: {@code 1h30m}. No
 * sign, no fraction, no bare number.
 *
 * <p>Thread-safe.
 */
public final class GepDuration {
  private static final int MAX_PARTS = 4;
  private static final int MAX_DIGITS = 5;

  private GepDuration() {}

  /** The nanoseconds; null if the text is no such duration. */
  public static @Nullable Long nanos(String text) {
    // Within this grammar both mean the same.
    return problem(text) == null ? GoDuration.nanos(text) : null;
  }

  /** What is wrong with a duration, as a clause; null if nothing is. */
  public static @Nullable String problem(String text) {
    if (text.isEmpty()) {
      return "it is empty";
    }
    int parts = 0;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        return unexpected(text, at);
      }
      String number = text.substring(start, at);
      int unitStart = at;
      while (at < text.length() && Ascii.isLetter(text.charAt(at))) {
        at++;
      }
      String unit = text.substring(unitStart, at);
      if (unit.isEmpty()) {
        return at == text.length()
            ? "the unit is missing, such as \"" + number + "s\""
            : unexpected(text, at);
      }
      if (!unit.equals("h") && !unit.equals("m") && !unit.equals("s") && !unit.equals("ms")) {
        return "\"" + unit + "\" is not a unit here, only h, m, s and ms are";
      }
      if (number.length() > MAX_DIGITS) {
        return "\"" + number + "\" has more than five digits";
      }
      parts++;
    }
    return parts > MAX_PARTS ? "it has more than four parts" : null;
  }

  /**
   * The same time as the Gateway API writes it; null if the text is no duration of Go either, or
   * this grammar has no way to write it.
   */
  public static @Nullable String rewrite(String text) {
    Long nanos = GoDuration.nanos(text);
    if (nanos == null || nanos < 0) {
      return null;
    }
    String rewritten = GoDuration.format(nanos);
    return problem(rewritten) == null ? rewritten : null;
  }

  private static String unexpected(String text, int at) {
    return switch (text.charAt(at)) {
      case '-', '+' -> "a sign is not allowed here";
      case '.' -> "a fraction is not allowed here";
      default -> "a number is missing at \"" + text.substring(at) + "\"";
    };
  }
}
