package dev.meshlint.core.promql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks operators against their operands. */
final class OperationCheck {
  private final BinaryOperation operation;
  private final String symbol;
  private final List<PromqlProblem> problems = new ArrayList<>();

  private OperationCheck(BinaryOperation operation) {
    this.operation = operation;
    this.symbol = "\"" + operation.operator().symbol() + "\"";
  }

  static List<PromqlProblem> check(BinaryOperation operation) {
    OperationCheck check = new OperationCheck(operation);
    check.checkOperand(operation.left());
    check.checkOperand(operation.right());
    if (check.problems.isEmpty()) {
      check.checkOperator();
      check.checkMatching();
    }
    return check.problems;
  }

  private void checkOperand(Expression operand) {
    ValueType type = operand.type();
    boolean wrong = type == ValueType.STRING || type == ValueType.RANGE_VECTOR;
    if (wrong && !TypeChecker.isMisplacedRange(operand)) {
      add(
          operand.span(),
          symbol + " needs scalars or instant vectors, and this is " + type.words());
    }
  }

  private void checkOperator() {
    BinaryOperator operator = operation.operator();
    boolean scalars = operation.type() == ValueType.SCALAR;
    if (operation.bool() && !operator.isComparison()) {
      add(operation.operatorSpan(), "\"bool\" may only follow a comparison, not " + symbol);
    } else if (scalars && operator.isComparison() && !operation.bool()) {
      add(
          operation.operatorSpan(),
          "two scalars can only be compared with \"" + operator.symbol() + " bool\"");
    } else if (operator.isSetOperator() && !bothVectors()) {
      add(operation.operatorSpan(), symbol + " needs an instant vector on both sides");
    }
  }

  private void checkMatching() {
    VectorMatching matching = operation.matching();
    if (matching == null) {
      return;
    }
    if (!bothVectors()) {
      if (!matching.labels().isEmpty()) {
        add(operation.span(), "labels can only be matched between two instant vectors");
      }
    } else if (matching.group() != VectorMatching.Group.NONE) {
      checkGroup(matching);
    }
  }

  private void checkGroup(VectorMatching matching) {
    if (operation.operator().isSetOperator()) {
      add(
          operation.operatorSpan(),
          symbol + " takes no \"group_left\" or \"group_right\": it matches many with many anyway");
    }
    Set<String> labels = new HashSet<>();
    matching.labels().forEach(label -> labels.add(label.text()));
    for (Name label : matching.include()) {
      if (matching.on() && labels.contains(label.text())) {
        add(label.span(), "the label \"" + label + "\" is taken over and matched on at once");
      }
    }
  }

  private boolean bothVectors() {
    return operation.left().type() == ValueType.INSTANT_VECTOR
        && operation.right().type() == ValueType.INSTANT_VECTOR;
  }

  private void add(Span span, String message) {
    problems.add(TypeChecker.problem(span, message, null));
  }
}
