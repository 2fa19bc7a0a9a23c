package dev.meshlint.core.value;

import java.io.Serial;

/** Why an expression is no RE2. */
final class Re2Problem extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String clause;
  private final boolean general;

  private Re2Problem(String clause, boolean general) {
    super(clause, null, false, false);
    this.clause = clause;
    this.general = general;
  }

  /** What only RE2 refuses. */
  static Re2Problem of(String clause) {
    return new Re2Problem(clause, false);
  }

  /** What every engine without backtracking refuses. */
  static Re2Problem general(String clause) {
    return new Re2Problem(clause, true);
  }

  /** What is wrong, in words. */
  String clause() {
    return clause;
  }

  /** Whether Rust's engine refuses it too. */
  boolean general() {
    return general;
  }
}
