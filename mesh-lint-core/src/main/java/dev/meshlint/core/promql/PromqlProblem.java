package dev.meshlint.core.promql;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an expression.
 *
 * @param kind of which kind it is
 * @param span where
 * @param message what, as a clause
 * @param suggestion what was probably meant in its place; null where nothing comes close
 */
public record PromqlProblem(Kind kind, Span span, String message, @Nullable String suggestion) {
  /** Kinds of problems. */
  public enum Kind {
    /** The text is no expression. */
    SYNTAX,
    /** The parts do not fit together. */
    TYPE,
    /** The text is an expression that fails whenever it is evaluated. */
    EVALUATION,
    /** A function that is not known, and that may be newer than this table. */
    UNKNOWN_FUNCTION,
    /** The expression is larger than what is read here; nothing is wrong with it. */
    LIMIT
  }
}
