package dev.meshlint.core.promql;

import java.util.List;
import java.util.Random;

/**
 * A generated expression of the type instant vector.
 *
 * @param text how it is written
 * @param dump what it means
 */
record RandomExpression(String text, String dump) {
  private static final List<String> NAMES = List.of("up", "a:b", "sum", "by", "x_1", "offset");
  private static final List<String> LABELS = List.of("job", "on", "le", "and", "_x");
  private static final List<String> BLANKS = List.of(" ", "  ", "\n", "\t", " # c\n");
  private static final List<BinaryOperator> OPERATORS = List.of(BinaryOperator.values());

  static RandomExpression of(Random random, int depth) {
    if (depth == 0) {
      return selector(random);
    }
    return switch (random.nextInt(7)) {
      case 0, 1 -> operation(random, depth);
      case 2 -> sign(random, depth);
      case 3 -> aggregation(random, depth);
      case 4 -> range(random);
      case 5 -> subquery(random, depth);
      default -> selector(random);
    };
  }

  private static RandomExpression selector(Random random) {
    String name = pick(random, NAMES);
    if (random.nextBoolean()) {
      // In parentheses, since some names are keywords where something else follows.
      return new RandomExpression("(" + name + "{}" + ")", name + "{}");
    }
    String label = pick(random, LABELS);
    String symbol = pick(random, List.of("=", "!=", "=~", "!~"));
    String quote = pick(random, List.of("\"", "'", "`"));
    return new RandomExpression(
        name + blank(random) + "{" + label + symbol + quote + "v" + quote + ",}",
        name + "{" + label + symbol + "'v'}");
  }

  private static RandomExpression operation(Random random, int depth) {
    RandomExpression left = of(random, depth - 1);
    RandomExpression right = of(random, depth - 1);
    BinaryOperator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
    boolean bool = operator.isComparison() && random.nextBoolean();
    String matching = "";
    String matchingDump = "";
    if (random.nextBoolean()) {
      String label = pick(random, LABELS);
      boolean group = !operator.isSetOperator() && random.nextBoolean();
      matching = blank(random) + "ignoring(" + label + ")" + (group ? "group_left(z)" : "");
      matchingDump = " ignoring[" + label + "]" + (group ? "LEFT[z]" : "");
    }
    return new RandomExpression(
        "("
            + left.text
            + ")"
            + blank(random)
            + operator.symbol()
            + (bool ? blank(random) + "bool" : "")
            + matching
            + blank(random)
            + "("
            + right.text
            + ")",
        "("
            + operator.symbol()
            + (bool ? " bool" : "")
            + matchingDump
            + " "
            + left.dump
            + " "
            + right.dump
            + ")");
  }

  private static RandomExpression sign(Random random, int depth) {
    RandomExpression operand = of(random, depth - 1);
    return new RandomExpression("-(" + operand.text + ")", "(minus " + operand.dump + ")");
  }

  private static RandomExpression aggregation(Random random, int depth) {
    RandomExpression vector = of(random, depth - 1);
    String label = pick(random, LABELS);
    boolean before = random.nextBoolean();
    String by = blank(random) + "by (" + label + ")" + blank(random);
    return new RandomExpression(
        "max" + (before ? by : "") + "(" + vector.text + ")" + (before ? "" : by),
        "(max by[" + label + "] " + vector.dump + ")");
  }

  private static RandomExpression range(Random random) {
    RandomExpression selector = selector(random);
    while (selector.text.startsWith("(")) {
      selector = selector(random);
    }
    boolean offset = random.nextBoolean();
    return new RandomExpression(
        "rate(" + selector.text + "[1m" + "]" + (offset ? " offset 1s)" : ")"),
        "(call rate (range " + selector.dump + " 60.0" + (offset ? " offset 1.0))" : "))"));
  }

  private static RandomExpression subquery(Random random, int depth) {
    RandomExpression inner = of(random, depth - 1);
    boolean step = random.nextBoolean();
    return new RandomExpression(
        "avg_over_time((" + inner.text + ")[1m:" + (step ? "1s" : "") + "])",
        "(call avg_over_time (subquery " + inner.dump + " 60.0 " + (step ? "1.0" : "-") + "))");
  }

  private static String blank(Random random) {
    return pick(random, BLANKS);
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  @Override
  public String toString() {
    return text;
  }
}
