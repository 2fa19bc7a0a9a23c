package dev.meshlint.core.yaml;

/** Ends the reading of a document with a problem. */
final class DocumentFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient YamlProblem problem;

  DocumentFailure(YamlProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  YamlProblem problem() {
    return problem;
  }
}
