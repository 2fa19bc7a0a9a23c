package dev.meshlint.core.promql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation.
 *
 * @param operator the operator
 * @param operatorSpan where the operator stands
 * @param grouping the labels by which it groups; null where all series become one
 * @param arguments the parameter, where the operator has one, and the vector
 */
public record Aggregation(
    Span span,
    Aggregator operator,
    Span operatorSpan,
    @Nullable Grouping grouping,
    List<Expression> arguments)
    implements Expression {
  /** Makes the list unmodifiable. */
  public Aggregation {
    arguments = List.copyOf(arguments);
  }

  @Override
  public ValueType type() {
    return ValueType.INSTANT_VECTOR;
  }

  @Override
  public List<Expression> children() {
    return arguments;
  }

  /** What is aggregated. */
  public Expression vector() {
    return arguments.get(arguments.size() - 1);
  }
}
