package dev.meshlint.core.promql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lengths of time: durations, numbers of seconds, and sums of them as later versions of
 * Prometheus allow.
 */
final class Durations {
  private static final List<String> FUNCTIONS = List.of("step", "range", "min", "max");

  private final TokenReader tokens;

  Durations(TokenReader tokens) {
    this.tokens = tokens;
  }

  /** The literal that a token of a number or a duration stands for. */
  static NumberLiteral literal(Token token) {
    boolean duration = token.kind() == Token.Kind.DURATION;
    double value = duration ? Numbers.seconds(token.text()) : Numbers.number(token.text());
    return new NumberLiteral(token.span(), value, duration);
  }

  /** A length of time between brackets. */
  Expression duration() throws PromqlException {
    return sum(BinaryOperator.ADD.precedence());
  }

  /** A length of time after {@code offset}: what is added to it belongs to the whole expression. */
  Expression offset() throws PromqlException {
    return operand();
  }

  private Expression sum(int weakest) throws PromqlException {
    tokens.enter();
    Expression left = operand();
    BinaryOperator operator = operator();
    while (operator != null && operator.precedence() >= weakest) {
      Token symbol = tokens.next();
      Expression right = sum(operator.precedence() + (operator.isRightAssociative() ? 0 : 1));
      left =
          new BinaryOperation(
              left.span().to(right.span()),
              operator,
              symbol.span(),
              false,
              null,
              left,
              right,
              ValueType.SCALAR);
      operator = operator();
    }
    tokens.leave();
    return left;
  }

  private @Nullable BinaryOperator operator() {
    Token token = tokens.peek();
    return token.kind() == Token.Kind.SYMBOL ? BinaryOperator.of(token.text()) : null;
  }

  private Expression operand() throws PromqlException {
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.DURATION) {
      return literal(tokens.next());
    }
    if (token.is("-") || token.is("+")) {
      tokens.enter();
      tokens.next();
      Expression operand = operand();
      tokens.leave();
      return new UnaryOperation(
          token.span().to(operand.span()), token.is("-"), operand, ValueType.SCALAR);
    }
    if (token.is("(")) {
      tokens.open("(", "");
      Expression inner = sum(BinaryOperator.ADD.precedence());
      Span end = tokens.close(")", "\")\" has to follow");
      return new Parenthesised(token.span().to(end), inner, ValueType.SCALAR);
    }
    if (token.kind() == Token.Kind.WORD && tokens.peekSecond().is("(")) {
      return call();
    }
    throw tokens.unexpected("a duration such as \"5m\" has to stand here");
  }

  private Expression call() throws PromqlException {
    Token word = tokens.peek();
    if (FUNCTIONS.stream().noneMatch(word::isWord)) {
      throw tokens.unexpected("a duration such as \"5m\" has to stand here");
    }
    tokens.next();
    List<Expression> arguments = new ArrayList<>();
    tokens.open("(", "\"" + word.text() + "\"");
    if (!tokens.peek().is(")")) {
      do {
        arguments.add(duration());
      } while (tokens.skip(","));
    }
    Span end = tokens.close(")", "\",\" or \")\" has to follow");
    Name name = new Name(word.text(), word.span());
    return new FunctionCall(word.span().to(end), name, arguments, ValueType.SCALAR);
  }
}
