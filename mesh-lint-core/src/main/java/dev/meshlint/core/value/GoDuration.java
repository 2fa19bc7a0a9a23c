package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * A length of time as Go's {@code time.ParseDuration} reads it: numbers with a unit each ({@code
 * ns}, {@code us}, {@code µs}, {@code ms}, {@code s}, {@code m}, {@code h}), added up, with
 * fractions and one sign in front: {@code 300ms}, {@code -1.5h}, {@code 1h30m}. A bare {@code 0} is
 * the only number without a unit.
 *
 * <p>Thread-safe.
 */
public final class GoDuration {
  private static final String TOO_LONG = "it is longer than 292 years";

  private final String text;
  private int at;
  private @Nullable String problem;

  private GoDuration(String text) {
    this.text = text;
  }

  /** The nanoseconds; null if the text is no duration or too long a time for 64 bits. */
  public static @Nullable Long nanos(String text) {
    GoDuration duration = new GoDuration(text);
    long nanos = duration.read();
    return duration.problem == null ? nanos : null;
  }

  /** What is wrong with a duration, as a clause; null if nothing is. */
  public static @Nullable String problem(String text) {
    GoDuration duration = new GoDuration(text);
    duration.read();
    return duration.problem;
  }

  /**
   * The shortest way to write this time with one or more whole numbers: {@code 1h30m}, {@code
   * 1500ms} for 1.5 s, {@code 0s}.
   *
   * @param nanos nanoseconds, not negative
   */
  public static String format(long nanos) {
    if (nanos % 1_000_000_000L != 0) {
      return nanos % 1_000_000 == 0
          ? nanos / 1_000_000 + "ms"
          : nanos % 1_000 == 0 ? nanos / 1_000 + "us" : nanos + "ns";
    }
    long seconds = nanos / 1_000_000_000L;
    String text =
        (seconds >= 3600 ? seconds / 3600 + "h" : "")
            + (seconds % 3600 >= 60 ? seconds % 3600 / 60 + "m" : "")
            + (seconds % 60 > 0 ? seconds % 60 + "s" : "");
    return text.isEmpty() ? "0s" : text;
  }

  /** The sum of all parts. As in Go, the numbers here are unsigned and at most 2^63. */
  private long read() {
    boolean negative = text.startsWith("-");
    at = negative || text.startsWith("+") ? 1 : 0;
    if (at == text.length()) {
      return fail(at == 0 ? "it is empty" : "the number is missing");
    }
    if (text.length() == at + 1 && text.charAt(at) == '0') {
      return 0;
    }
    long sum = 0;
    while (at < text.length() && problem == null) {
      sum += readPart();
      if (isOver(sum)) {
        return fail(TOO_LONG);
      }
    }
    if (!negative && sum == Long.MIN_VALUE) {
      return fail(TOO_LONG);
    }
    return negative ? -sum : sum;
  }

  private long readPart() {
    int start = at;
    long whole = readWhole();
    boolean digits = at > start;
    long fraction = 0;
    double scale = 1;
    if (problem == null && at < text.length() && text.charAt(at) == '.') {
      at++;
      // Digits beyond what 64 bits hold make no difference to a nanosecond.
      boolean full = false;
      for (; at < text.length() && Ascii.isDigit(text.charAt(at)); at++) {
        digits = true;
        long next = fraction * 10 + (text.charAt(at) - '0');
        full = full || fraction < 0 || fraction > Long.MAX_VALUE / 10 || isOver(next);
        if (!full) {
          fraction = next;
          scale *= 10;
        }
      }
    }
    if (problem != null) {
      return 0;
    }
    if (!digits) {
      return fail("a number is missing at \"" + text.substring(start) + "\"");
    }
    String number = text.substring(start, at);
    String name = readUnitName();
    long unit = unit(name);
    if (unit == 0) {
      return fail(unitProblem(number, name));
    }
    if (Long.compareUnsigned(whole, Long.divideUnsigned(Long.MIN_VALUE, unit)) > 0) {
      return fail(TOO_LONG);
    }
    double part = fraction < 0 ? 0x1p63 : fraction;
    long nanos = whole * unit + (long) (part * (unit / scale));
    return isOver(nanos) ? fail(TOO_LONG) : nanos;
  }

  private long readWhole() {
    long whole = 0;
    for (; at < text.length() && Ascii.isDigit(text.charAt(at)); at++) {
      if (Long.compareUnsigned(whole, Long.divideUnsigned(Long.MIN_VALUE, 10)) > 0) {
        return fail(TOO_LONG);
      }
      whole = whole * 10 + (text.charAt(at) - '0');
      if (isOver(whole)) {
        return fail(TOO_LONG);
      }
    }
    return whole;
  }

  private String readUnitName() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '.' && !Ascii.isDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isOver(long unsigned) {
    return Long.compareUnsigned(unsigned, Long.MIN_VALUE) > 0;
  }

  private static long unit(String name) {
    return switch (name) {
      case "ns" -> 1;
      case "us", "\u00b5s", "\u03bcs" -> 1_000;
      case "ms" -> 1_000_000;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 0;
    };
  }

  private static String unitProblem(String number, String name) {
    if (name.isEmpty()) {
      return "the unit is missing, such as \"" + number + "s\"";
    }
    if (name.equals("d")) {
      return "there is no unit for days, 24h is one";
    }
    return "\"" + name + "\" is not a unit, only ns, us, ms, s, m and h are";
  }

  private long fail(String reason) {
    if (problem == null) {
      problem = reason;
    }
    return 0;
  }
}
