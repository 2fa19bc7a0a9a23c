package dev.meshlint.core.promql;

import java.util.List;

/**
 * The samples of a range of time.
 *
 * @param selector what is selected; a correct expression has a {@link Selector} here
 * @param range how long the range is
 * @param modifiers what shifts the time
 */
public record RangeSelector(Span span, Expression selector, Expression range, Modifiers modifiers)
    implements Expression {
  /** Whether the range follows what may have one; where it does not, its type tells nothing. */
  boolean isOfSelector() {
    return selector instanceof Selector;
  }

  @Override
  public ValueType type() {
    return ValueType.RANGE_VECTOR;
  }

  @Override
  public List<Expression> children() {
    return List.of(selector);
  }
}
