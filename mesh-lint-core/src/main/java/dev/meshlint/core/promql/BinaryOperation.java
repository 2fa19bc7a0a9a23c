package dev.meshlint.core.promql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two operands and the operator between them.
 *
 * @param operator the operator
 * @param operatorSpan where the operator stands
 * @param bool whether a comparison gives 0 or 1 and drops nothing
 * @param matching which series belong together; null where nothing is written
 * @param left the left operand
 * @param right the right operand
 * @param type what it evaluates to
 */
public record BinaryOperation(
    Span span,
    BinaryOperator operator,
    Span operatorSpan,
    boolean bool,
    @Nullable VectorMatching matching,
    Expression left,
    Expression right,
    ValueType type)
    implements Expression {
  static ValueType typeOf(Expression left, Expression right) {
    return left.type() == ValueType.SCALAR && right.type() == ValueType.SCALAR
        ? ValueType.SCALAR
        : ValueType.INSTANT_VECTOR;
  }

  @Override
  public List<Expression> children() {
    return List.of(left, right);
  }
}
