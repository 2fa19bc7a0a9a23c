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
  @Override
  public ValueType type() {
    return ValueType.RANGE_VECTOR;
  }

  @Override
  public List<Expression> children() {
    return List.of(selector);
  }
}
