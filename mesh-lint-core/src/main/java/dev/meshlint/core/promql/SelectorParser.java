package dev.meshlint.core.promql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads selectors of series. */
final class SelectorParser {
  private final TokenReader tokens;

  SelectorParser(TokenReader tokens) {
    this.tokens = tokens;
  }

  /** The selector whose name, if it has one before its braces, has just been read. */
  Selector selector(@Nullable Name name) throws PromqlException {
    if (name != null && !tokens.peek().is("{")) {
      return new Selector(name.span(), name, List.of(), Modifiers.NONE);
    }
    Token open = tokens.open("{", "the selector");
    Name metric = name;
    List<LabelMatcher> matchers = new ArrayList<>();
    while (!tokens.peek().is("}")) {
      Name quoted = quotedMetric();
      if (quoted != null && metric != null) {
        throw new PromqlException(
            quoted.span(), "the metric is named twice: \"" + metric + "\" and \"" + quoted + "\"");
      }
      if (quoted != null) {
        metric = quoted;
      } else {
        matchers.add(matcher());
      }
      if (!tokens.skip(",")) {
        break;
      }
    }
    Span end = tokens.close("}", "\",\" or \"}\" has to follow");
    Span start = name == null ? open.span() : name.span();
    return new Selector(start.to(end), metric, matchers, Modifiers.NONE);
  }

  /** A string that no operator follows is the name of the metric. */
  private @Nullable Name quotedMetric() throws PromqlException {
    Token token = tokens.peek();
    Token after = tokens.peekSecond();
    if (token.kind() != Token.Kind.STRING || operator(after) != null) {
      return null;
    }
    return new Name(Strings.literal(tokens.next()).value(), token.span());
  }

  private LabelMatcher matcher() throws PromqlException {
    Name label = tokens.label();
    LabelMatcher.Operator operator = operator(tokens.peek());
    if (operator == null) {
      throw tokens.unexpected("\"=\", \"!=\", \"=~\" or \"!~\" has to follow the label");
    }
    tokens.next();
    if (tokens.peek().kind() != Token.Kind.STRING) {
      throw tokens.unexpected(
          "the value of the label \"" + label + "\" has to be a string in quotes");
    }
    return new LabelMatcher(label, operator, Strings.literal(tokens.next()));
  }

  private static LabelMatcher.@Nullable Operator operator(Token token) {
    for (LabelMatcher.Operator operator : LabelMatcher.Operator.values()) {
      if (token.is(operator.symbol())) {
        return operator;
      }
    }
    return null;
  }
}
