package dev.meshlint.core.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression by the strength of its operators. Recursion follows nesting, which is bounded;
 * chains of operators are read in a loop. Used once.
 */
final class Parser {
  /** Keywords that cannot be the name of a metric. */
  private static final Set<String> RESERVED =
      Set.of("on", "ignoring", "bool", "group_left", "group_right", "atan2");

  private final TokenReader tokens;
  private final SelectorParser selectors;
  private final ModifierParser modifiers;
  private final MatchingParser matchings;

  Parser(TokenReader tokens) {
    this.tokens = tokens;
    this.selectors = new SelectorParser(tokens);
    this.modifiers = new ModifierParser(tokens);
    this.matchings = new MatchingParser(tokens);
  }

  /** The whole text as one expression. */
  Expression parse() throws PromqlException {
    if (tokens.isEnd()) {
      throw new PromqlException(tokens.peek().span(), "there is no expression");
    }
    Expression expression = expression(1);
    if (!tokens.isEnd()) {
      throw tokens.unexpected("an operator has to follow");
    }
    return expression;
  }

  /** An expression of operators that bind at least as strongly as this. */
  private Expression expression(int weakest) throws PromqlException {
    tokens.enter();
    Expression left = operand();
    BinaryOperator operator = operator();
    while (operator != null && operator.precedence() >= weakest) {
      Token symbol = tokens.next();
      boolean bool = tokens.skipWord("bool");
      VectorMatching matching = matchings.matching();
      if (tokens.isEnd()) {
        throw tokens.unexpected("an operand has to follow \"" + symbol.text() + "\"");
      }
      Expression right =
          expression(operator.precedence() + (operator.isRightAssociative() ? 0 : 1));
      left =
          new BinaryOperation(
              left.span().to(right.span()),
              operator,
              symbol.span(),
              bool,
              matching,
              left,
              right,
              BinaryOperation.typeOf(left, right));
      operator = operator();
    }
    tokens.leave();
    return left;
  }

  private @Nullable BinaryOperator operator() {
    Token token = tokens.peek();
    return token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.WORD
        ? BinaryOperator.of(token.text())
        : null;
  }

  private Expression operand() throws PromqlException {
    Token sign = tokens.peek();
    if (sign.is("-") || sign.is("+")) {
      tokens.next();
      // A sign binds as multiplication does: only powers are stronger.
      Expression operand = expression(BinaryOperator.POWER.precedence());
      return new UnaryOperation(
          sign.span().to(operand.span()), sign.is("-"), operand, operand.type());
    }
    return modifiers.after(primary());
  }

  private Expression primary() throws PromqlException {
    Token token = tokens.peek();
    switch (token.kind()) {
      case NUMBER, DURATION:
        return Durations.literal(tokens.next());
      case STRING:
        return Strings.literal(tokens.next());
      case WORD:
        return word();
      default:
        if (token.is("{")) {
          return selectors.selector(null);
        }
        return parenthesised();
    }
  }

  private Expression parenthesised() throws PromqlException {
    if (!tokens.peek().is("(")) {
      throw tokens.missingExpression();
    }
    Token open = tokens.open("(", "");
    Expression inner = expression(1);
    Span end = tokens.close(")", "an operator or \")\" has to follow");
    return new Parenthesised(open.span().to(end), inner, inner.type());
  }

  private Expression word() throws PromqlException {
    Token token = tokens.next();
    String lower = token.text().toLowerCase(Locale.ROOT);
    if (lower.equals("inf") || lower.equals("nan")) {
      double value = lower.equals("inf") ? Double.POSITIVE_INFINITY : Double.NaN;
      return new NumberLiteral(token.span(), value, false);
    }
    Aggregator aggregator = Aggregator.of(token.text());
    Token after = tokens.peek();
    if (aggregator != null && (after.is("(") || after.isWord("by") || after.isWord("without"))) {
      return aggregation(token, aggregator);
    }
    Name name = new Name(token.text(), token.span());
    if (after.is("(")) {
      return call(name);
    }
    if (RESERVED.contains(lower)) {
      throw new PromqlException(
          token.span(), "\"" + token.text() + "\" is a keyword and cannot stand here");
    }
    return selectors.selector(name);
  }

  private Expression call(Name function) throws PromqlException {
    List<Expression> arguments = new ArrayList<>();
    Span end = arguments(arguments, "the function \"" + function + "\"");
    Function known = Functions.get(function.text());
    return new FunctionCall(
        function.span().to(end),
        function,
        arguments,
        known == null ? ValueType.INSTANT_VECTOR : known.result());
  }

  private Expression aggregation(Token word, Aggregator aggregator) throws PromqlException {
    Grouping grouping = matchings.grouping();
    List<Expression> arguments = new ArrayList<>();
    Span end = arguments(arguments, "\"" + word.text() + "\"");
    if (grouping == null) {
      grouping = matchings.grouping();
      end = tokens.previous().span();
    }
    if (arguments.isEmpty()) {
      throw new PromqlException(
          word.span().to(end), "\"" + word.text() + "\" has nothing to aggregate");
    }
    return new Aggregation(word.span().to(end), aggregator, word.span(), grouping, arguments);
  }

  private Span arguments(List<Expression> arguments, String owner) throws PromqlException {
    tokens.open("(", owner);
    if (!tokens.peek().is(")")) {
      do {
        if (tokens.peek().is(")")) {
          throw new PromqlException(
              tokens.previous().span(), "no comma may stand after the last argument");
        }
        arguments.add(expression(1));
      } while (tokens.skip(","));
    }
    return tokens.close(")", "an operator, \",\" or \")\" has to follow");
  }
}
