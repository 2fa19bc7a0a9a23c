package dev.meshlint.core.promql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what follows an operand: ranges, {@code offset}, {@code @}. */
final class ModifierParser {
  private final TokenReader tokens;
  private final Durations durations;

  ModifierParser(TokenReader tokens) {
    this.tokens = tokens;
    this.durations = new Durations(tokens);
  }

  /** The operand with all that follows it. */
  Expression after(Expression operand) throws PromqlException {
    Expression read = operand;
    while (true) {
      Token token = tokens.peek();
      if (token.is("[")) {
        read = range(read);
      } else if (token.isWord("offset")) {
        tokens.next();
        read = with(read, token, durations.offset(), null, null);
      } else if (token.is("@")) {
        tokens.next();
        read = with(read, token, null, time(), null);
      } else if (isExtension(token, read)) {
        tokens.next();
        read = with(read, token, null, null, token.text());
      } else {
        return read;
      }
    }
  }

  private static boolean isExtension(Token token, Expression before) {
    return (token.isWord("anchored") || token.isWord("smoothed"))
        && (before instanceof Selector || before instanceof RangeSelector);
  }

  private Expression range(Expression of) throws PromqlException {
    tokens.open("[", "the selector");
    Expression range = durations.duration();
    if (!tokens.skip(":")) {
      Span end = tokens.close("]", "\":\" or \"]\" has to follow the duration");
      return new RangeSelector(of.span().to(end), of, range, Modifiers.NONE);
    }
    Expression step = tokens.peek().is("]") ? null : durations.duration();
    Span end = tokens.close("]", "\"]\" has to follow");
    return new Subquery(of.span().to(end), of, range, step, Modifiers.NONE);
  }

  /** The time after {@code @}: a number with or without a sign, the start or the end. */
  private Expression time() throws PromqlException {
    Token token = tokens.peek();
    if (token.isWord("start") || token.isWord("end")) {
      tokens.next();
      tokens.open("(", "\"" + token.text() + "\"");
      Span end = tokens.close(")", "\")\" has to follow");
      Name name = new Name(token.text(), token.span());
      return new FunctionCall(token.span().to(end), name, List.of(), ValueType.SCALAR);
    }
    boolean signed = token.is("-") || token.is("+");
    Token number = signed ? tokens.peekSecond() : token;
    if (number.kind() != Token.Kind.NUMBER && number.kind() != Token.Kind.DURATION) {
      throw tokens.unexpected("a time has to follow \"@\": a number, \"start()\" or \"end()\"");
    }
    tokens.next();
    if (!signed) {
      return Durations.literal(number);
    }
    Expression literal = Durations.literal(tokens.next());
    return new UnaryOperation(
        token.span().to(literal.span()), token.is("-"), literal, ValueType.SCALAR);
  }

  private Expression with(
      Expression of,
      Token token,
      @Nullable Expression offset,
      @Nullable Expression at,
      @Nullable String extension)
      throws PromqlException {
    Span span = of.span().to(tokens.previous().span());
    if (of instanceof Selector selector) {
      Modifiers all = add(selector.modifiers(), token, offset, at, extension);
      return new Selector(span, selector.metric(), selector.matchers(), all);
    }
    if (of instanceof RangeSelector range) {
      Modifiers all = add(range.modifiers(), token, offset, at, extension);
      return new RangeSelector(span, range.selector(), range.range(), all);
    }
    if (of instanceof Subquery query) {
      Modifiers all = add(query.modifiers(), token, offset, at, extension);
      return new Subquery(span, query.inner(), query.range(), query.step(), all);
    }
    throw new PromqlException(
        token.span(), "\"" + token.text() + "\" may only follow a selector, a range or a subquery");
  }

  private static Modifiers add(
      Modifiers before,
      Token token,
      @Nullable Expression offset,
      @Nullable Expression at,
      @Nullable String extension)
      throws PromqlException {
    if ((offset != null && before.offset() != null)
        || (at != null && before.at() != null)
        || (extension != null && before.extension() != null)) {
      throw new PromqlException(token.span(), "\"" + token.text() + "\" stands here twice");
    }
    return new Modifiers(
        offset == null ? before.offset() : offset,
        at == null ? before.at() : at,
        extension == null ? before.extension() : extension);
  }
}
