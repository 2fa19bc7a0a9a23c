package dev.meshlint.core.promql;

import java.util.List;

/**
 * A number.
 *
 * @param value the number; of a duration its seconds
 * @param duration whether it is written as a duration, such as {@code 5m}
 */
public record NumberLiteral(Span span, double value, boolean duration) implements Expression {
  @Override
  public ValueType type() {
    return ValueType.SCALAR;
  }

  @Override
  public List<Expression> children() {
    return List.of();
  }
}
