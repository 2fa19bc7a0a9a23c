package dev.meshlint.core.promql;

import dev.meshlint.core.value.PrometheusDuration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and durations as PromQL writes them. */
final class Numbers {
  private Numbers() {}

  /** Whether a text that begins with a digit or a point is a number. */
  static boolean isNumber(String text) {
    return isHex(text) || isDecimal(text);
  }

  private static boolean isHex(String text) {
    if (!text.regionMatches(true, 0, "0x", 0, 2) || text.length() < 3) {
      return false;
    }
    for (int i = 2; i < text.length(); i++) {
      if (!Characters.isHex(text.charAt(i)) && !isSeparator(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDecimal(String text) {
    int at = digits(text, 0);
    int count = at;
    if (at < text.length() && text.charAt(at) == '.') {
      int end = digits(text, at + 1);
      count += end - at - 1;
      at = end;
    }
    if (count == 0) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
      int end = digits(text, at + 1 + sign);
      if (end == at + 1 + sign) {
        return false;
      }
      at = end;
    }
    return at == text.length();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && (Characters.isDigit(text.charAt(at)) || isSeparator(text, at))) {
      at++;
    }
    return at;
  }

  /** An underscore between two digits, or after {@code 0x}. */
  private static boolean isSeparator(String text, int at) {
    return text.charAt(at) == '_'
        && at > 0
        && at + 1 < text.length()
        && Characters.isHex(text.charAt(at + 1))
        && (Characters.isHex(text.charAt(at - 1)) || at == 2);
  }

  /** The number that a text is; see {@link #isNumber}. */
  static double number(String text) {
    String plain = text.replace("_", "").toLowerCase(Locale.ROOT);
    if (plain.startsWith("0x")) {
      double value = 0;
      for (int i = 2; i < plain.length(); i++) {
        value = value * 16 + Character.digit(plain.charAt(i), 16);
      }
      return value;
    }
    return Double.parseDouble(plain);
  }

  /** What is wrong with a duration; null if nothing is. */
  static @Nullable String durationProblem(String text) {
    return PrometheusDuration.problem(text);
  }

  /** The seconds of a duration. */
  static double seconds(String text) {
    Long millis = PrometheusDuration.millis(text);
    return millis == null ? 0 : millis / 1000.0;
  }
}
