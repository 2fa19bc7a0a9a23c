package dev.meshlint.rules.prometheus;

import dev.meshlint.core.mesh.RuleQuery;
import dev.meshlint.core.promql.LabelMatcher;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.value.NearMiss;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the values that a matcher names with those that the label may have. */
final class LabelValues {
  private LabelValues() {}

  static void check(RuleQuery query, LabelMatcher matcher, MetricLabels labels, Findings out) {
    String label = matcher.label().text();
    Set<String> allowed = labels.values(label);
    for (String value : MatchedValues.of(matcher)) {
      if (labels.isNumber(label) && !value.chars().allMatch(Character::isDigit)) {
        out.report(query.at(matcher.value().span()), never(matcher, value) + ": it is a number")
            .help("a pattern is written =~\"5..\"");
      } else if (!allowed.isEmpty() && !allowed.contains(value)) {
        reportUnknown(query, matcher, value, allowed, out);
      } else {
        checkSpelling(query, matcher, value, labels.spellings(label), out);
      }
    }
  }

  /** Of several values at once, as proxies write them with commas between, each is looked at. */
  private static void checkSpelling(
      RuleQuery query, LabelMatcher matcher, String value, Set<String> known, Findings out) {
    for (String part : value.split(",", -1)) {
      String spelt = known.contains(part) ? null : inOtherCase(part, known);
      if (spelt != null) {
        out.report(
                query.at(matcher.value().span()),
                never(matcher, value) + ": it is written \"" + spelt + "\"")
            .help("did you mean \"" + spelt + "\"?")
            .fix(
                matcher.operator().isRegex() || !part.equals(value)
                    ? null
                    : query.replaceString("write \"" + spelt + "\"", true, matcher.value(), spelt));
        return;
      }
    }
  }

  private static @Nullable String inOtherCase(String value, Set<String> known) {
    for (String one : known) {
      if (one.equalsIgnoreCase(value)) {
        return one;
      }
    }
    return null;
  }

  private static void reportUnknown(
      RuleQuery query, LabelMatcher matcher, String value, Set<String> allowed, Findings out) {
    String near = NearMiss.suggestion(value, allowed);
    out.report(
            query.at(matcher.value().span()),
            never(matcher, value) + ": it is one of " + String.join(", ", allowed))
        .help(near == null ? "write one of these" : "did you mean \"" + near + "\"?")
        .fix(
            near == null || matcher.operator().isRegex()
                ? null
                : query.replaceString("write \"" + near + "\"", false, matcher.value(), near));
  }

  private static String never(LabelMatcher matcher, String value) {
    return "label \"%s\" never has the value \"%s\"".formatted(matcher.label(), value);
  }
}
