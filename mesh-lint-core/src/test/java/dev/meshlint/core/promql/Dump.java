package dev.meshlint.core.promql;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes expressions out with every part in its own parentheses: what is equal reads the same. */
final class Dump {
  private Dump() {}

  static String of(Expression expression) {
    if (expression instanceof NumberLiteral number) {
      return Double.toString(number.value());
    }
    if (expression instanceof StringLiteral string) {
      return '\'' + string.value() + '\'';
    }
    if (expression instanceof Selector selector) {
      String matchers =
          selector.matchers().stream()
              .map(
                  one ->
                      one.label().text()
                          + one.operator().symbol()
                          + '\''
                          + one.value().value()
                          + '\'')
              .collect(Collectors.joining(" ", "{", "}"));
      Name metric = selector.metric();
      return (metric == null ? "" : metric.text()) + matchers + of(selector.modifiers());
    }
    if (expression instanceof RangeSelector range) {
      return list("range", of(range.selector()), of(range.range()) + of(range.modifiers()));
    }
    if (expression instanceof Subquery query) {
      String step = query.step() == null ? "-" : of(query.step());
      return list("subquery", of(query.inner()), of(query.range()), step + of(query.modifiers()));
    }
    if (expression instanceof FunctionCall call) {
      return list("call " + call.function(), all(call.arguments()));
    }
    if (expression instanceof Aggregation aggregation) {
      return list(
          aggregation.operator().word(), of(aggregation.grouping()), all(aggregation.arguments()));
    }
    if (expression instanceof BinaryOperation operation) {
      return list(
          operation.operator().symbol() + (operation.bool() ? " bool" : ""),
          of(operation.matching()),
          of(operation.left()),
          of(operation.right()));
    }
    if (expression instanceof UnaryOperation operation) {
      return list(operation.minus() ? "minus" : "plus", of(operation.operand()));
    }
    return of(((Parenthesised) expression).inner());
  }

  private static String of(Modifiers modifiers) {
    Expression offset = modifiers.offset();
    Expression at = modifiers.at();
    return (offset == null ? "" : " offset " + of(offset))
        + (at == null ? "" : " @ " + of(at))
        + (modifiers.extension() == null ? "" : " " + modifiers.extension());
  }

  private static String of(@Nullable Grouping grouping) {
    return grouping == null ? "" : (grouping.without() ? "without" : "by") + grouping.labels();
  }

  private static String of(@Nullable VectorMatching matching) {
    return matching == null
        ? ""
        : (matching.on() ? "on" : "ignoring")
            + matching.labels()
            + (matching.group() == VectorMatching.Group.NONE
                ? ""
                : matching.group() + "" + matching.include());
  }

  private static String all(List<Expression> expressions) {
    return expressions.stream().map(Dump::of).collect(Collectors.joining(" "));
  }

  private static String list(String... parts) {
    return java.util.Arrays.stream(parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" ", "(", ")"));
  }
}
