package dev.meshlint.core.promql;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.meshlint.core.value.Re2;
import java.util.ArrayList;
import java.util.List;

/** Checks the matchers of a selector. */
final class SelectorCheck {
  private SelectorCheck() {}

  /**
   * What is wrong with a selector.
   *
   * @param labelsOnly whether it chooses among labels, so that it need not demand anything
   */
  static List<PromqlProblem> check(Selector selector, boolean labelsOnly) {
    List<PromqlProblem> problems = new ArrayList<>();
    for (LabelMatcher matcher : selector.matchers()) {
      String problem = matcher.operator().isRegex() ? Re2.problem(matcher.value().value()) : null;
      if (problem != null) {
        problems.add(
            TypeChecker.problem(
                matcher.value().span(),
                "the value of \"" + matcher.label() + "\" is no regular expression: " + problem,
                null));
      }
      if (selector.metric() != null && matcher.label().text().equals(Selector.NAME_LABEL)) {
        problems.add(
            TypeChecker.problem(
                matcher.span(),
                "the metric is named already: \"" + selector.metric() + "\" stands beside it",
                null));
      }
    }
    if (problems.isEmpty() && !labelsOnly && selectsAll(selector)) {
      problems.add(
          TypeChecker.problem(
              selector.span(),
              "the selector says nothing that a series without labels does not match: it needs a"
                  + " name, or a matcher that demands a value",
              null));
    }
    return problems;
  }

  private static boolean selectsAll(Selector selector) {
    if (selector.metric() != null && !selector.metric().text().isEmpty()) {
      return false;
    }
    for (LabelMatcher matcher : selector.matchers()) {
      if (!matchesEmpty(matcher)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchesEmpty(LabelMatcher matcher) {
    String value = matcher.value().value();
    return switch (matcher.operator()) {
      case EQUAL -> value.isEmpty();
      case NOT_EQUAL -> !value.isEmpty();
      case MATCHES -> regexMatchesEmpty(value);
      case MATCHES_NOT -> !regexMatchesEmpty(value);
    };
  }

  private static boolean regexMatchesEmpty(String regex) {
    try {
      return Pattern.compile(regex, Pattern.DOTALL).matches("");
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
