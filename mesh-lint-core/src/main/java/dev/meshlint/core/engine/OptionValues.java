package dev.meshlint.core.engine;

import java.time.Duration;

/** The grammar of option values. */
final class OptionValues {
  private OptionValues() {}

  /**
   * A duration as Go writes it.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Duration duration(String text) {
    Duration sum = Duration.ZERO;
    int at = 0;
    while (at < text.length()) {
      int digits = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      int unit = at;
      while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
        at++;
      }
      if (digits == unit) {
        throw new IllegalArgumentException("\"" + text + "\" is no duration such as 1m30s");
      }
      long count = Long.parseLong(text.substring(digits, unit));
      sum =
          sum.plus(
              switch (text.substring(unit, at)) {
                case "h" -> Duration.ofHours(count);
                case "m" -> Duration.ofMinutes(count);
                case "s" -> Duration.ofSeconds(count);
                case "ms" -> Duration.ofMillis(count);
                default ->
                    throw new IllegalArgumentException(
                        "\"" + text + "\" is no duration such as 1m30s");
              });
    }
    return sum;
  }
}
