package dev.meshlint.core.promql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is evaluated many times over a range of time.
 *
 * @param inner the expression
 * @param range how long the range is
 * @param step the time between two evaluations; null for the default
 * @param modifiers what shifts the time
 */
public record Subquery(
    Span span, Expression inner, Expression range, @Nullable Expression step, Modifiers modifiers)
    implements Expression {
  @Override
  public ValueType type() {
    return ValueType.RANGE_VECTOR;
  }

  @Override
  public List<Expression> children() {
    return List.of(inner);
  }
}
