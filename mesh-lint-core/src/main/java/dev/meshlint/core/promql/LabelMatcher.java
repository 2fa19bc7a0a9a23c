package dev.meshlint.core.promql;

/**
 * A condition on a label.
 *
 * @param label the label
 * @param operator how the value is compared
 * @param value the value, a regular expression for two of the operators
 */
public record LabelMatcher(Name label, Operator operator, StringLiteral value) {
  /** How a label is compared. */
  public enum Operator {
    /** The label has this value. */
    EQUAL("="),
    /** The label has another value. */
    NOT_EQUAL("!="),
    /** The whole value matches the regular expression. */
    MATCHES("=~"),
    /** The whole value does not match the regular expression. */
    MATCHES_NOT("!~");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** How it is written. */
    public String symbol() {
      return symbol;
    }

    /** Whether the value is a regular expression. */
    public boolean isRegex() {
      return this == MATCHES || this == MATCHES_NOT;
    }
  }

  /** Where it stands. */
  public Span span() {
    return label.span().to(value.span());
  }
}
