package dev.meshlint.core.promql;

import java.util.List;

/**
 * A text in quotes.
 *
 * @param value the text without quotes and escapes
 */
public record StringLiteral(Span span, String value) implements Expression {
  @Override
  public ValueType type() {
    return ValueType.STRING;
  }

  @Override
  public List<Expression> children() {
    return List.of();
  }
}
