package dev.meshlint.core.promql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selector of series.
 *
 * @param metric the name of the metric, before the braces or in quotes inside them; null where only
 *     the matchers say what is selected
 * @param matchers the conditions on labels, without the name
 * @param modifiers what shifts the time
 */
public record Selector(
    Span span, @Nullable Name metric, List<LabelMatcher> matchers, Modifiers modifiers)
    implements Expression {
  /** The label that holds the name of the metric. */
  public static final String NAME_LABEL = "__name__";

  /** Makes the list unmodifiable. */
  public Selector {
    matchers = List.copyOf(matchers);
  }

  @Override
  public ValueType type() {
    return ValueType.INSTANT_VECTOR;
  }

  @Override
  public List<Expression> children() {
    return List.of();
  }

  /** The name of the metric, also where it is written as {@code __name__="…"}; null where none is. */
  public @Nullable Name name() {
    if (metric != null) {
      return metric;
    }
    for (LabelMatcher matcher : matchers) {
      if (matcher.label().text().equals(NAME_LABEL)
          && matcher.operator() == LabelMatcher.Operator.EQUAL) {
        return new Name(matcher.value().value(), matcher.value().span());
      }
    }
    return null;
  }
}
