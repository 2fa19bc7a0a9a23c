package dev.meshlint.core.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount as Kubernetes writes it (Kubernetes documentation, "Quantity"): a decimal number with a
 * binary suffix ({@code Ki} … {@code Ei}), a decimal one ({@code n} … {@code E}) or an exponent
 * ({@code e3}). Amounts beyond 2^63-1 count as that.
 *
 * @param amount the amount without a suffix
 */
public record Quantity(BigDecimal amount) implements Comparable<Quantity> {
  private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final String BINARY = "KMGTPE";
  private static final int MAX_DIGITS = 1_000;

  /** Drops zeros at the end, so that equal amounts are equal, and amounts beyond the limit. */
  public Quantity {
    amount = amount.min(MAX).max(MAX.negate()).stripTrailingZeros();
  }

  /** The amount; null if the text is none. */
  public static @Nullable Quantity parse(String text) {
    int end = numberEnd(text);
    if (end < 0 || end > MAX_DIGITS) {
      return null;
    }
    String suffix = text.substring(end);
    if (suffix.length() == 2 && suffix.charAt(1) == 'i' && BINARY.indexOf(suffix.charAt(0)) >= 0) {
      long factor = 1L << (10 * (BINARY.indexOf(suffix.charAt(0)) + 1));
      return new Quantity(number(text, end).multiply(BigDecimal.valueOf(factor)));
    }
    Integer power = power(suffix);
    return power == null ? null : new Quantity(number(text, end).scaleByPowerOfTen(power));
  }

  /** What is wrong with a quantity, as a clause; null if nothing is. */
  public static @Nullable String problem(String text) {
    if (parse(text) != null) {
      return null;
    }
    int end = numberEnd(text);
    if (end < 0) {
      return text.isEmpty() ? "it is empty" : "it does not begin with a number";
    }
    String suffix = text.substring(end);
    if (suffix.startsWith(",")) {
      return "a fraction is written with a point, not a comma";
    }
    String units = "is not a unit, only n, u, m, k, M, G, T, P, E and Ki, Mi, Gi, Ti, Pi, Ei are";
    return "\"" + suffix + "\" " + units;
  }

  /** The amount as a whole number, rounded away from zero. */
  public long value() {
    return amount.setScale(0, RoundingMode.UP).longValue();
  }

  /** A thousand times the amount as a whole number, rounded away from zero; for processor time. */
  public long milliValue() {
    return new Quantity(amount.movePointRight(3)).value();
  }

  @Override
  public int compareTo(Quantity other) {
    return amount.compareTo(other.amount);
  }

  private static BigDecimal number(String text, int end) {
    String number = text.substring(0, end);
    return new BigDecimal(number.endsWith(".") ? number + "0" : number);
  }

  /** Where the number at the beginning ends; -1 if there is none. */
  private static int numberEnd(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    boolean digits = false;
    boolean point = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Ascii.isDigit(c)) {
        digits = true;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    return digits ? at : -1;
  }

  private static @Nullable Integer power(String suffix) {
    return switch (suffix) {
      case "" -> 0;
      case "n" -> -9;
      case "u" -> -6;
      case "m" -> -3;
      case "k" -> 3;
      case "M" -> 6;
      case "G" -> 9;
      case "T" -> 12;
      case "P" -> 15;
      case "E" -> 18;
      default -> exponent(suffix);
    };
  }

  private static @Nullable Integer exponent(String suffix) {
    if (suffix.charAt(0) != 'e' && suffix.charAt(0) != 'E') {
      return null;
    }
    boolean signed = suffix.length() > 1 && (suffix.charAt(1) == '-' || suffix.charAt(1) == '+');
    String digits = suffix.substring(signed ? 2 : 1);
    if (!Ascii.isDigits(digits) || digits.length() > 18) {
      return null;
    }
    // Anything beyond is cut to the largest amount, or is zero.
    int power = (int) Math.min(Long.parseLong(digits), 2L * MAX_DIGITS);
    return suffix.charAt(1) == '-' ? -power : power;
  }
}
