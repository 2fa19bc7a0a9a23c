package dev.meshlint.core.promql;

import java.util.List;

/**
 * An operand with a sign before it.
 *
 * @param minus whether the sign is a minus
 * @param operand the operand
 * @param type what it evaluates to: what the operand does
 */
public record UnaryOperation(Span span, boolean minus, Expression operand, ValueType type)
    implements Expression {
  @Override
  public List<Expression> children() {
    return List.of(operand);
  }
}
