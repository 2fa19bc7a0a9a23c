package dev.meshlint.core.promql;

/** What an expression evaluates to. */
public enum ValueType {
  /** A number. */
  SCALAR("a scalar"),
  /** A text. */
  STRING("a string"),
  /** Series with one sample each. */
  INSTANT_VECTOR("an instant vector"),
  /** Series with the samples of a range of time. */
  RANGE_VECTOR("a range vector");

  private final String words;

  ValueType(String words) {
    this.words = words;
  }

  /** The type with its article, for messages. */
  public String words() {
    return words;
  }
}
