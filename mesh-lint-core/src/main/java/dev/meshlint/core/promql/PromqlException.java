package dev.meshlint.core.promql;

import java.io.Serial;

/** Ends the reading of an expression at its first mistake. */
final class PromqlException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final transient PromqlProblem problem;

  PromqlException(Span span, String message) {
    this(new PromqlProblem(PromqlProblem.Kind.SYNTAX, span, message, null));
  }

  PromqlException(PromqlProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  PromqlProblem problem() {
    return problem;
  }
}
