package dev.meshlint.core.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as Linkerd's policy controller and proxy read it, in annotations such as {@code
 * timeout.linkerd.io/request}: one whole number with one unit {@code ms}, {@code s}, {@code m},
 * {@code h} or {@code d}, or {@code 0}. No fraction, no sign, no sum.
 *
 * <p>Linkerd's Go parts (the injector, ServiceProfile) read {@link GoDuration} instead.
 * Thread-safe.
 */
public final class LinkerdDuration {
  private static final BigInteger MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final long DAY = 86_400_000L;

  private LinkerdDuration() {}

  /** The milliseconds; null if the text is no such duration or too long a time for 63 bits. */
  public static @Nullable Long millis(String text) {
    String value = text.strip();
    if (problem(value) != null) {
      return null;
    }
    int digits = digits(value);
    BigInteger millis =
        new BigInteger(value.substring(0, digits))
            .multiply(BigInteger.valueOf(unit(value.substring(digits))));
    return millis.bitLength() < Long.SIZE ? millis.longValue() : null;
  }

  /** What is wrong with a duration, as a clause; null if nothing is. */
  public static @Nullable String problem(String text) {
    String value = text.strip();
    if (value.isEmpty()) {
      return "it is empty";
    }
    int digits = digits(value);
    String number = value.substring(0, digits);
    String unit = value.substring(digits);
    if (number.isEmpty()) {
      return value.startsWith("-") || value.startsWith("+")
          ? "a sign is not allowed here"
          : "a whole number is missing at \"" + value + "\"";
    }
    if (unit.isEmpty()) {
      return isZero(number) ? null : "the unit is missing, such as \"" + number + "s\"";
    }
    if (unit.startsWith(".")) {
      return "a fraction is not allowed here";
    }
    for (int i = 0; i < unit.length(); i++) {
      if (Ascii.isDigit(unit.charAt(i))) {
        return "only one number with one unit is allowed here";
      }
    }
    long factor = unit(unit);
    if (factor == 0) {
      return "\"" + unit + "\" is not a unit here, only ms, s, m, h and d are";
    }
    return number.length() > 20
            || new BigInteger(number).multiply(BigInteger.valueOf(factor)).compareTo(MAX) > 0
        ? "it is too long a time"
        : null;
  }

  /**
   * The same time as Linkerd writes it: {@code 1500ms} for {@code 1.5s}, {@code 90s} for {@code
   * 1m30s}; null if the text is no duration of Go either, negative, or no whole number of
   * milliseconds.
   */
  public static @Nullable String rewrite(String text) {
    Long nanos = GoDuration.nanos(text.strip());
    if (nanos == null || nanos < 0 || nanos % 1_000_000 != 0) {
      return null;
    }
    long millis = nanos / 1_000_000;
    for (String unit : new String[] {"h", "m", "s"}) {
      if (millis > 0 && millis % unit(unit) == 0) {
        return millis / unit(unit) + unit;
      }
    }
    return millis == 0 ? "0s" : millis + "ms";
  }

  private static int digits(String text) {
    int end = 0;
    while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isZero(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  private static long unit(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "m" -> 60_000;
      case "h" -> 3_600_000;
      case "d" -> DAY;
      default -> 0;
    };
  }
}
