package dev.meshlint.rules.prometheus;

import dev.meshlint.core.promql.LabelMatcher;
import dev.meshlint.core.value.Placeholders;
import java.util.List;

/** The values that a matcher names. */
final class MatchedValues {
  private static final String PLAIN = "_-";

  private MatchedValues() {}

  /** The values that are compared, as far as they are written out: those of a list {@code a|b} too, but of no pattern. */
  static List<String> of(LabelMatcher matcher) {
    String value = matcher.value().value();
    if (value.isEmpty() || Placeholders.inText(value)) {
      return List.of();
    }
    if (!matcher.operator().isRegex()) {
      return List.of(value);
    }
    List<String> values = List.of(value.split("\\|", -1));
    for (String one : values) {
      if (!isPlain(one)) {
        return List.of();
      }
    }
    return values;
  }

  /** Whether only series that have the label are selected. */
  static boolean demandsValue(LabelMatcher matcher) {
    return switch (matcher.operator()) {
      case EQUAL, MATCHES -> !of(matcher).isEmpty() || startsPlain(matcher.value().value());
      case NOT_EQUAL -> matcher.value().value().isEmpty();
      case MATCHES_NOT -> false;
    };
  }

  /** A pattern such as {@code 5..}, which begins with a plain character and has no alternative. */
  private static boolean startsPlain(String pattern) {
    return pattern.length() > 1
        && isPlain(pattern.substring(0, 1))
        && "*?{".indexOf(pattern.charAt(1)) < 0
        && pattern.indexOf('|') < 0
        && !Placeholders.inText(pattern);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && PLAIN.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
