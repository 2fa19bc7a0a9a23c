package dev.meshlint.rules.prometheus;

import dev.meshlint.core.mesh.RuleQuery;
import dev.meshlint.core.promql.LabelMatcher;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.value.NearMiss;
import java.util.Set;

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
      }
    }
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
