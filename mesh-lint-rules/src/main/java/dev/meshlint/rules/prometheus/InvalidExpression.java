package dev.meshlint.rules.prometheus;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.RuleQuery;
import dev.meshlint.core.promql.Expression;
import dev.meshlint.core.promql.PromqlProblem;
import dev.meshlint.core.promql.PromqlProblem.Kind;
import dev.meshlint.core.promql.ValueType;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;

/** An expression that Prometheus refuses, so that none of the rules around it is loaded. */
public final class InvalidExpression extends MeshRule {
  public InvalidExpression() {
    super("prometheus-invalid-expression");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (RuleQuery query : mesh.prometheusRules().queries()) {
      if (!query.parsed().foreign()) {
        query.parsed().problems().forEach(problem -> report(query, problem, out));
        checkResult(query, out);
      }
    }
  }

  private static void report(RuleQuery query, PromqlProblem problem, Findings out) {
    if (problem.kind() == Kind.LIMIT) {
      return;
    }
    String consequence =
        switch (problem.kind()) {
          case UNKNOWN_FUNCTION -> ", unless Prometheus is newer than that";
          case EVALUATION -> ", so it fails whenever it is evaluated";
          default -> ", so Prometheus refuses the rules around it";
        };
    Report report =
        out.report(
            query.at(problem.span()),
            "expression of %s: %s%s".formatted(query.title(), problem.message(), consequence));
    if (problem.kind() == Kind.UNKNOWN_FUNCTION) {
      report.as("unknown-function");
    }
    if (problem.suggestion() != null) {
      report.help("did you mean \"" + problem.suggestion() + "\"?");
    }
  }

  private static void checkResult(RuleQuery query, Findings out) {
    Expression expression = query.expression();
    if (expression == null) {
      return;
    }
    ValueType type = expression.type();
    if (type == ValueType.RANGE_VECTOR || type == ValueType.STRING) {
      out.report(
          query.at(expression.span()),
          "expression of %s gives %s, so it fails whenever it is evaluated: a rule needs an instant vector or a scalar"
              .formatted(query.title(), type.words()));
    }
  }
}
