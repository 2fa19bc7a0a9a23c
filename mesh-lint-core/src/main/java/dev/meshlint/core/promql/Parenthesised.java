package dev.meshlint.core.promql;

import java.util.List;

/**
 * An expression in parentheses.
 *
 * @param inner the expression
 * @param type what it evaluates to: what the inner one does
 */
public record Parenthesised(Span span, Expression inner, ValueType type) implements Expression {
  @Override
  public List<Expression> children() {
    return List.of(inner);
  }
}
