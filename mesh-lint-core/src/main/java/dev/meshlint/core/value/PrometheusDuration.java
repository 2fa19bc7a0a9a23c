package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * A length of time as Prometheus writes it (Prometheus documentation, "Time durations"): whole
 * numbers with the units {@code y}, {@code w}, {@code d}, {@code h}, {@code m}, {@code s}, {@code
 * ms}, each at most once and the longest first: {@code 1d12h}. A bare {@code 0} is allowed.
 *
 * <p>Thread-safe.
 */
public final class PrometheusDuration {
  private static final String[] UNITS = {"y", "w", "d", "h", "m", "s", "ms"};
  private static final long[] MILLIS = {
    365 * 86_400_000L, 7 * 86_400_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L
  };
  private static final long MAX_MILLIS = Long.MAX_VALUE / 1_000_000;

  private final String text;
  private @Nullable String problem;

  private PrometheusDuration(String text) {
    this.text = text;
  }

  /** The milliseconds; null if the text is no such duration. */
  public static @Nullable Long millis(String text) {
    PrometheusDuration duration = new PrometheusDuration(text);
    long millis = duration.read();
    return duration.problem == null ? millis : null;
  }

  /** What is wrong with a duration, as a clause; null if nothing is. */
  public static @Nullable String problem(String text) {
    PrometheusDuration duration = new PrometheusDuration(text);
    duration.read();
    return duration.problem;
  }

  private long read() {
    if (text.isEmpty()) {
      return fail("it is empty");
    }
    if (text.equals("0")) {
      return 0;
    }
    long millis = 0;
    int last = -1;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
        at++;
      }
      int unitStart = at;
      while (at < text.length() && Ascii.isLetter(text.charAt(at))) {
        at++;
      }
      int unit = unit(text.substring(unitStart, at));
      if (start == unitStart || unit < 0) {
        return fail(partProblem(start, unitStart, at));
      }
      if (unit <= last) {
        return fail("each unit may stand once, the longest first");
      }
      last = unit;
      long number = number(text.substring(start, unitStart));
      if (number > (MAX_MILLIS - millis) / MILLIS[unit]) {
        return fail("it is longer than 292 years");
      }
      millis += number * MILLIS[unit];
    }
    return millis;
  }

  private String partProblem(int start, int unitStart, int end) {
    if (start == unitStart) {
      return switch (text.charAt(start)) {
        case '-', '+' -> "a sign is not allowed here";
        default -> "a number is missing at \"" + text.substring(start) + "\"";
      };
    }
    if (unitStart < end) {
      return "\""
          + text.substring(unitStart, end)
          + "\" is not a unit here, only y, w, d, h, m, s and ms are";
    }
    return text.startsWith(".", end)
        ? "a fraction is not allowed here"
        : "the unit is missing, such as \"" + text.substring(start, unitStart) + "s\"";
  }

  /** The number; larger than any that is allowed where it has too many digits. */
  private static long number(String digits) {
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  private static int unit(String name) {
    for (int i = 0; i < UNITS.length; i++) {
      if (UNITS[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private long fail(String reason) {
    problem = reason;
    return 0;
  }
}
