package dev.meshlint.core.promql;

import dev.meshlint.core.promql.PromqlProblem.Kind;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.Re2;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that the parts of an expression fit together, as Prometheus does when it loads rules. */
final class TypeChecker {
  private final List<PromqlProblem> problems = new ArrayList<>();

  /** The selectors that choose among labels, not series. */
  private final Set<Expression> labelsOnly = new HashSet<>();

  private TypeChecker() {}

  /** What does not fit, in the order of the text as far as possible. */
  static List<PromqlProblem> check(Expression expression) {
    TypeChecker checker = new TypeChecker();
    List<Expression> parts = expression.all();
    for (Expression part : parts) {
      if (part instanceof FunctionCall call && isInfo(call)) {
        checker.labelsOnly.add(call.arguments().get(1));
      }
    }
    for (Expression part : parts) {
      checker.checkPart(part);
    }
    return checker.problems;
  }

  private void checkPart(Expression part) {
    if (part instanceof Selector selector) {
      problems.addAll(SelectorCheck.check(selector, labelsOnly.contains(selector)));
    } else if (part instanceof RangeSelector range) {
      check(range);
    } else if (part instanceof Subquery query) {
      check(query);
    } else if (part instanceof FunctionCall call) {
      check(call);
    } else if (part instanceof Aggregation aggregation) {
      check(aggregation);
    } else if (part instanceof BinaryOperation operation) {
      problems.addAll(OperationCheck.check(operation));
    } else if (part instanceof UnaryOperation operation) {
      check(operation);
    }
  }

  private void check(RangeSelector range) {
    Expression inner = range.selector();
    if (!(inner instanceof Selector selector)) {
      add(
          range.span(),
          "a range such as \"[5m]\" may only follow a selector; over another expression it needs a"
              + " subquery such as \"[5m:]\"");
    } else if (!selector.modifiers().isEmpty()) {
      add(selector.span(), "\"offset\" and \"@\" have to stand after the range, not before it");
    }
    checkLength(range.range());
  }

  private void check(Subquery query) {
    if (query.inner().type() != ValueType.INSTANT_VECTOR) {
      add(query.inner().span(), "a subquery needs an instant vector" + not(query.inner()));
    }
    checkLength(query.range());
    if (query.step() != null) {
      checkLength(query.step());
    }
  }

  private void checkLength(Expression range) {
    if (range instanceof NumberLiteral literal && !(literal.value() > 0)) {
      add(range.span(), "a range has to be longer than 0");
    }
  }

  private void check(UnaryOperation operation) {
    ValueType type = operation.operand().type();
    if (type == ValueType.STRING || type == ValueType.RANGE_VECTOR) {
      add(
          operation.span(),
          "a sign may only stand before a scalar or an instant vector" + not(operation.operand()));
    }
  }

  private void check(Aggregation aggregation) {
    ValueType parameter = aggregation.operator().parameter();
    int wanted = parameter == null ? 1 : 2;
    String word = "\"" + aggregation.operator().word() + "\"";
    if (aggregation.arguments().size() != wanted) {
      add(
          aggregation.span(),
          word + " takes " + count(wanted) + ", not " + aggregation.arguments().size());
      return;
    }
    if (parameter != null) {
      expect(aggregation.arguments().get(0), parameter, "the parameter of " + word);
    }
    expect(aggregation.vector(), ValueType.INSTANT_VECTOR, word);
  }

  private void check(FunctionCall call) {
    String name = call.function().text();
    Function function = Functions.get(name);
    if (function == null) {
      String near = NearMiss.suggestion(name, Functions.names());
      String message = "there is no function \"" + name + "\"";
      Kind kind = near == null ? Kind.UNKNOWN_FUNCTION : Kind.TYPE;
      problems.add(new PromqlProblem(kind, call.function().span(), message, near));
      return;
    }
    List<Expression> arguments = call.arguments();
    int most = function.open() ? Integer.MAX_VALUE : function.parameters().size();
    if (arguments.size() < function.required() || arguments.size() > most) {
      boolean few = arguments.size() < function.required();
      String wanted =
          (function.required() == most ? "" : few ? "at least " : "at most ")
              + count(few ? function.required() : most);
      add(call.span(), "\"" + name + "\" takes " + wanted + ", not " + arguments.size());
      return;
    }
    for (int i = 0; i < arguments.size(); i++) {
      String owner = "\"" + name + "\"";
      expect(
          arguments.get(i),
          function.parameter(i),
          arguments.size() == 1 ? owner : "argument " + (i + 1) + " of " + owner);
    }
    if (isInfo(call)) {
      checkLabelsOnly(arguments.get(1));
    } else if (name.equals("label_replace")) {
      checkRegex(arguments.get(4));
    }
  }

  /** Whether a call says in its second argument which labels it wants. */
  private static boolean isInfo(FunctionCall call) {
    return call.function().text().equals("info") && call.arguments().size() == 2;
  }

  private void checkLabelsOnly(Expression argument) {
    if (!(argument instanceof Selector selector) || selector.metric() != null) {
      add(
          argument.span(),
          "argument 2 of \"info\" takes matchers of labels in braces, and no more");
    }
  }

  private void checkRegex(Expression argument) {
    String problem =
        argument instanceof StringLiteral literal ? Re2.problem(literal.value()) : null;
    if (problem != null) {
      String message = "the pattern of \"label_replace\" is no regular expression: " + problem;
      problems.add(new PromqlProblem(Kind.EVALUATION, argument.span(), message, null));
    }
  }

  private void expect(Expression expression, ValueType wanted, String owner) {
    if (expression.type() == wanted || isMisplacedRange(expression)) {
      return;
    }
    String hint =
        wanted == ValueType.RANGE_VECTOR && expression instanceof Selector
            ? ": a range such as \"[5m]\" is missing"
            : "";
    add(expression.span(), owner + " needs " + wanted.words() + not(expression) + hint);
  }

  /** A range where none may be, which is a mistake of its own. */
  static boolean isMisplacedRange(Expression expression) {
    return expression instanceof RangeSelector range && !range.isOfSelector();
  }

  private static String not(Expression expression) {
    return ", and this is " + expression.type().words();
  }

  private static String count(int arguments) {
    return arguments == 0
        ? "no arguments"
        : arguments == 1 ? "1 argument" : arguments + " arguments";
  }

  private void add(Span span, String message) {
    problems.add(problem(span, message, null));
  }

  static PromqlProblem problem(Span span, String message, @Nullable String suggestion) {
    return new PromqlProblem(Kind.TYPE, span, message, suggestion);
  }
}
