package dev.meshlint.core.promql;

import java.util.List;

/**
 * Reads PromQL as Prometheus 2 and 3 do, experimental syntax included. Bad input gives problems,
 * never an exception. Time grows linearly with the text, the stack with its nesting, which is
 * bounded. Thread-safe.
 */
public final class Promql {
  private Promql() {}

  /** Reads an expression and checks that its parts fit together. */
  public static ParsedPromql parse(String text) {
    try {
      Expression expression = new Parser(new TokenReader(new Lexer(text).tokens())).parse();
      List<PromqlProblem> problems = TypeChecker.check(expression);
      return new ParsedPromql(
          expression, problems, !problems.isEmpty() && OtherLanguages.mayBe(text));
    } catch (PromqlException e) {
      return new ParsedPromql(null, List.of(e.problem()), OtherLanguages.mayBe(text));
    }
  }
}
