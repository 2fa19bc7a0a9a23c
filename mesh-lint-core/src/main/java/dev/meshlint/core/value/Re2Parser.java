package dev.meshlint.core.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the structure of an expression: groups, alternatives and repetitions, by the rules of Go's
 * {@code regexp/syntax}. Open groups are kept on a list of their own, so deep nesting needs no
 * stack.
 */
final class Re2Parser {
  private static final int MAX_REPEAT = 1_000;
  private static final int MAX_DEPTH = 1_000;
  private static final long MAX_SIZE = (128L << 20) / 40;

  private final Re2Reader in;
  private final List<Level> levels = new ArrayList<>();
  private Level level = new Level(false);

  /** A group that is still open, or the whole expression. */
  private static final class Level {
    /** Whether the group is numbered: it is a node of its own then. */
    final boolean capturing;

    /** The largest product of nested repeat counts so far, the size of the program, the depth. */
    long repeats = 1;

    long size;
    int depth;

    /** The same of the last operand, which a repetition would take; null if there is none. */
    @Nullable Operand last;

    Level(boolean capturing) {
      this.capturing = capturing;
    }

    void push(Operand operand) {
      settle();
      last = operand;
    }

    /** Adds the last operand to what came before it. */
    void settle() {
      Operand operand = last;
      if (operand != null) {
        repeats = Math.max(repeats, operand.repeats);
        size += operand.size;
        depth = Math.max(depth, operand.depth);
      }
      last = null;
    }
  }

  /**
   * Something that a repetition can follow.
   *
   * @param repeats the largest product of nested repeat counts in it
   * @param size how many instructions it needs
   * @param depth how deep it nests
   */
  private record Operand(long repeats, long size, int depth) {
    static final Operand ATOM = new Operand(1, 1, 1);
  }

  private Re2Parser(String expression) {
    this.in = new Re2Reader(expression);
  }

  /** What is wrong with an expression; null if nothing is. */
  static @Nullable Re2Problem check(String expression) {
    try {
      new Re2Parser(expression).run();
      return null;
    } catch (Re2Problem problem) {
      return problem;
    }
  }

  private void run() throws Re2Problem {
    int lastRepeat = -1;
    while (!in.isAtEnd()) {
      int repeat = -1;
      switch (in.peek(0)) {
        case '(' -> open();
        case ')' -> close();
        case '|' -> {
          level.settle();
          level.size++;
          in.skip(1);
        }
        case '[' -> {
          in.bracketed();
          level.push(Operand.ATOM);
        }
        case '*', '+', '?' -> {
          repeat = in.at();
          in.skip(1);
          repeat(repeat, lastRepeat, 0, -1);
        }
        case '{' -> repeat = count(lastRepeat);
        case '\\' -> escape();
        default -> {
          in.literal();
          level.push(Operand.ATOM);
        }
      }
      lastRepeat = repeat;
    }
    if (!levels.isEmpty()) {
      throw Re2Problem.general("a \"(\" has no closing \")\"");
    }
  }

  private void open() throws Re2Problem {
    Re2Opening opening = Re2Opening.read(in);
    if (opening != Re2Opening.FLAGS) {
      levels.add(level);
      level = new Level(opening == Re2Opening.CAPTURING);
    }
  }

  private void close() throws Re2Problem {
    if (levels.isEmpty()) {
      throw Re2Problem.general("a \")\" has no opening \"(\"");
    }
    in.skip(1);
    level.settle();
    Level inner = level;
    level = levels.remove(levels.size() - 1);
    int extra = inner.capturing ? 2 : 0;
    push(
        new Operand(
            inner.repeats, Math.max(inner.size, 1) + extra, inner.depth + (extra > 0 ? 1 : 0)));
  }

  private void push(Operand operand) throws Re2Problem {
    if (operand.depth > MAX_DEPTH) {
      throw Re2Problem.of("it is nested more than " + MAX_DEPTH + " deep");
    }
    if (operand.size > MAX_SIZE) {
      throw Re2Problem.of("its repetitions make it too large");
    }
    level.push(operand);
  }

  /** Reads {@code {n}}, {@code {n,}} or {@code {n,m}}; -1 if the brace is an ordinary character. */
  private int count(int lastRepeat) throws Re2Problem {
    int start = in.at();
    in.skip(1);
    long least = number();
    long most = least;
    if (least >= 0 && in.peek(0) == ',') {
      in.skip(1);
      most = in.peek(0) == '}' ? -1 : number();
      least = most == -2 ? -2 : least;
    }
    if (least < 0 || in.peek(0) != '}') {
      in.moveTo(start + 1);
      level.push(Operand.ATOM);
      return -1;
    }
    in.skip(1);
    if (least > MAX_REPEAT || most > MAX_REPEAT) {
      throw Re2Problem.of("\"" + in.since(start) + "\" repeats more than " + MAX_REPEAT + " times");
    }
    if (most >= 0 && least > most) {
      throw Re2Problem.general("\"" + in.since(start) + "\" has its numbers the wrong way round");
    }
    repeat(start, lastRepeat, (int) least, (int) most);
    return start;
  }

  /** The number here; -2 if there is none. Leading zeros are not allowed. */
  private long number() {
    int start = in.at();
    long number = 0;
    while (Ascii.isDigit(in.peek(0))) {
      number = Math.min(number * 10 + (in.peek(0) - '0'), Integer.MAX_VALUE);
      in.skip(1);
    }
    String digits = in.since(start);
    return digits.isEmpty() || (digits.length() > 1 && digits.charAt(0) == '0') ? -2 : number;
  }

  /** Repeats the last operand; the counts are those of braces, where the operator is one. */
  private void repeat(int start, int lastRepeat, int least, int most) throws Re2Problem {
    String operator = in.since(start);
    if (in.peek(0) == '?') {
      in.skip(1);
    }
    if (lastRepeat >= 0) {
      String both = in.since(lastRepeat);
      boolean possessive = operator.equals("+");
      throw possessive
          ? Re2Problem.of("the possessive \"" + both + "\" is not supported by RE2")
          : Re2Problem.of("\"" + both + "\" repeats a repetition");
    }
    Operand operand = level.last;
    if (operand == null) {
      throw Re2Problem.general("\"" + operator + "\" has nothing to repeat");
    }
    level.last = null;
    if (operator.charAt(0) != '{' || (least == 0 && most < 0)) {
      push(new Operand(operand.repeats, operand.size + 2, operand.depth + 1));
      return;
    }
    if (most == 0) {
      push(Operand.ATOM);
      return;
    }
    int count = most < 0 ? least : most;
    long repeats = operand.repeats * count;
    if (count >= 2 && repeats > MAX_REPEAT) {
      throw Re2Problem.of(
          "\"" + operator + "\" repeats a repetition to more than " + MAX_REPEAT + " times");
    }
    long size = operand.size * count + (most < 0 ? 1 : most - least);
    push(new Operand(repeats, size, operand.depth + 1));
  }

  private void escape() throws Re2Problem {
    switch (in.peek(1)) {
      case 'A', 'b', 'B', 'z' -> {
        in.skip(2);
        level.push(Operand.ATOM);
      }
      case 'C' -> throw Re2Problem.of("\"\\C\" is not supported by Go's RE2");
      case 'Q' -> quoted();
      default -> {
        if (!in.unicodeClass() && !in.perlClass()) {
          in.escape();
        }
        level.push(Operand.ATOM);
      }
    }
  }

  /** Reads {@code \Q…\E}; without the end everything that follows is literal. */
  private void quoted() {
    int end = in.indexOf("\\E");
    in.skip(2);
    boolean closed = end >= in.at();
    while (!in.isAtEnd() && (!closed || in.at() < end)) {
      in.literal();
      level.push(Operand.ATOM);
    }
    if (closed) {
      in.moveTo(end + 2);
    }
  }
}
