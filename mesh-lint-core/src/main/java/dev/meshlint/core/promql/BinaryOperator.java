package dev.meshlint.core.promql;

import org.jspecify.annotations.Nullable;

/** The operators between two operands. */
public enum BinaryOperator {
  /** Union. */
  OR("or", 1),
  /** Intersection. */
  AND("and", 2),
  /** Complement. */
  UNLESS("unless", 2),
  /** Equal. */
  EQUAL("==", 3),
  /** Not equal. */
  NOT_EQUAL("!=", 3),
  /** Less than. */
  LESS("<", 3),
  /** Less than or equal. */
  LESS_OR_EQUAL("<=", 3),
  /** Greater than. */
  GREATER(">", 3),
  /** Greater than or equal. */
  GREATER_OR_EQUAL(">=", 3),
  /** Cuts off the observations of a histogram above a value. */
  TRIM_UPPER("</", 3),
  /** Cuts off the observations of a histogram below a value. */
  TRIM_LOWER(">/", 3),
  /** Addition. */
  ADD("+", 4),
  /** Subtraction. */
  SUBTRACT("-", 4),
  /** Multiplication. */
  MULTIPLY("*", 5),
  /** Division. */
  DIVIDE("/", 5),
  /** Remainder. */
  MODULO("%", 5),
  /** The angle of a point. */
  ATAN2("atan2", 5),
  /** Power. */
  POWER("^", 6);

  private final String symbol;
  private final int precedence;

  BinaryOperator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  /** How it is written, in lower case. */
  public String symbol() {
    return symbol;
  }

  /** How strongly it binds, from 1. */
  public int precedence() {
    return precedence;
  }

  /** Whether it binds the operator to its right first, as only powers do. */
  public boolean isRightAssociative() {
    return this == POWER;
  }

  /** Whether it compares values, and so may be followed by {@code bool}. */
  public boolean isComparison() {
    return precedence == 3 && this != TRIM_UPPER && this != TRIM_LOWER;
  }

  /** Whether it works on sets of series, whatever their values. */
  public boolean isSetOperator() {
    return precedence <= 2;
  }

  static @Nullable BinaryOperator of(String symbol) {
    for (BinaryOperator operator : values()) {
      if (operator.symbol.equalsIgnoreCase(symbol)) {
        return operator;
      }
    }
    return null;
  }
}
