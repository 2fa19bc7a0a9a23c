package dev.meshlint.core.yaml;

import dev.meshlint.core.yaml.YamlScalar.Type;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers as the API server's YAML decoder reads them, see {@link ScalarTypes}. */
final class NumberText {
  private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(64);
  private static final BigInteger SIGNED_MINIMUM = BigInteger.ONE.shiftLeft(63).negate();

  /** More than any whole number of 64 bits has; keeps the conversion of a text of digits linear. */
  private static final int MOST_DIGITS = 80;

  /** From here on JSON writes a float with an exponent. */
  private static final double EXPONENT_FROM = 1e21;

  private NumberText() {}

  /** INTEGER, NUMBER or STRING. */
  static Type type(String text) {
    if (whole(text) != null) {
      return Type.INTEGER;
    }
    Double number = decimal(text);
    if (number == null) {
      return Type.STRING;
    }
    return isWhole(number) ? Type.INTEGER : Type.NUMBER;
  }

  /** Whether the text is a number, but written as a float. */
  static boolean isFloat(String text) {
    return whole(text) == null && decimal(text) != null;
  }

  /** The whole number that a text is read as, or null if it is none or does not fit. */
  static @Nullable Long integer(String text) {
    BigInteger whole = whole(text);
    if (whole != null) {
      return whole.bitLength() < Long.SIZE ? whole.longValue() : null;
    }
    Double number = decimal(text);
    return number != null && isWhole(number) && Math.abs(number) < 0x1p63
        ? number.longValue()
        : null;
  }

  /** The number that a text is read as, or null if it is none. */
  static @Nullable Double number(String text) {
    BigInteger whole = whole(text);
    return whole != null ? Double.valueOf(whole.doubleValue()) : decimal(text);
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) < EXPONENT_FROM;
  }

  private static @Nullable BigInteger whole(String text) {
    String plain = withoutUnderscores(text);
    int at = plain.startsWith("+") || plain.startsWith("-") ? 1 : 0;
    boolean negative = plain.startsWith("-");
    int base = base(plain, at);
    at += base == 10 ? 0 : base == 8 && isDigit(plain, at + 1) ? 1 : 2;
    if (at >= plain.length() || plain.length() - at > MOST_DIGITS) {
      return null;
    }
    for (int i = at; i < plain.length(); i++) {
      if (plain.charAt(i) > 'f' || Character.digit(plain.charAt(i), base) < 0) {
        return null;
      }
    }
    BigInteger magnitude = new BigInteger(plain.substring(at), base);
    BigInteger value = negative ? magnitude.negate() : magnitude;
    boolean fits = value.compareTo(SIGNED_MINIMUM) >= 0 && value.compareTo(UNSIGNED_LIMIT) < 0;
    // The unsigned form knows no sign.
    return fits && !(plain.startsWith("+") && value.bitLength() >= Long.SIZE) ? value : null;
  }

  private static int base(String plain, int at) {
    if (at + 1 >= plain.length() || plain.charAt(at) != '0') {
      return 10;
    }
    return switch (plain.charAt(at + 1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      case 'o', 'O' -> 8;
      default -> isDigit(plain, at + 1) ? 8 : 10;
    };
  }

  private static @Nullable Double decimal(String text) {
    String plain = text.startsWith(".") ? text : withoutUnderscores(text);
    Double special = special(plain);
    if (special != null) {
      return special;
    }
    if (plain.startsWith(".")) {
      if (!underscoresBetweenDigits(plain)) {
        return null;
      }
      plain = withoutUnderscores(plain);
    }
    if (!isDecimal(plain)) {
      return null;
    }
    double value = Double.parseDouble(plain);
    return Double.isInfinite(value) ? null : Double.valueOf(value);
  }

  private static @Nullable Double special(String text) {
    return switch (text) {
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
      case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
      case ".nan", ".NaN", ".NAN" -> Double.NaN;
      default -> null;
    };
  }

  private static boolean isDecimal(String text) {
    int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int point = digits(text, at);
    int end = point;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digits(text, end + 1);
      if (end == at + 1) {
        return false;
      }
    } else if (point == at) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = end + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
        exponent++;
      }
      end = digits(text, exponent);
      if (end == exponent) {
        return false;
      }
    }
    return end == text.length();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (isDigit(text, at)) {
      at++;
    }
    return at;
  }

  private static boolean underscoresBetweenDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '_' && !(isDigit(text, i - 1) && isDigit(text, i + 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static String withoutUnderscores(String text) {
    return text.indexOf('_') < 0 ? text : text.replace("_", "");
  }
}
