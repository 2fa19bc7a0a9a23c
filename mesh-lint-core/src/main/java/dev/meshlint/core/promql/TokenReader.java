package dev.meshlint.core.promql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of one expression, read one after the other. Used once. */
final class TokenReader {
  /**
   * The deepest nesting that is read. Nothing that people or generators write comes near, and the
   * stack of any thread holds it.
   */
  private static final int MAX_NESTING = 250;

  private final List<Token> tokens;
  private final Deque<Token> opened = new ArrayDeque<>();
  private int at;
  private int nesting;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token previous() {
    return tokens.get(Math.max(0, at - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean isEnd() {
    return peek().kind() == Token.Kind.END;
  }

  /** Takes the next token if it is this symbol. */
  boolean skip(String symbol) {
    boolean found = peek().is(symbol);
    if (found) {
      next();
    }
    return found;
  }

  /** Takes the next token if it is this word, in any case. */
  boolean skipWord(String word) {
    boolean found = peek().isWord(word);
    if (found) {
      next();
    }
    return found;
  }

  /** Takes the name of a label, bare or in quotes, that has to be there. */
  Name label() throws PromqlException {
    Token token = peek();
    if (token.kind() == Token.Kind.STRING) {
      return new Name(Strings.literal(next()).value(), token.span());
    }
    if (token.kind() != Token.Kind.WORD || token.text().indexOf(':') >= 0) {
      throw unexpected("the name of a label has to stand here");
    }
    next();
    return new Name(token.text(), token.span());
  }

  /** Takes an opening bracket that has to be there. */
  Token open(String bracket, String owner) throws PromqlException {
    if (!peek().is(bracket)) {
      throw unexpected("\"" + bracket + "\" has to follow " + owner);
    }
    Token token = next();
    opened.push(token);
    return token;
  }

  /** Takes the bracket that closes the last open one. */
  Span close(String bracket, String expected) throws PromqlException {
    if (!peek().is(bracket)) {
      throw unexpected(expected);
    }
    opened.pop();
    return next().span();
  }

  /** Goes one level deeper. */
  void enter() throws PromqlException {
    if (++nesting > MAX_NESTING) {
      throw new PromqlException(
          new PromqlProblem(
              PromqlProblem.Kind.LIMIT,
              peek().span(),
              "it is nested more than " + MAX_NESTING + " levels deep",
              null));
    }
  }

  /** Comes back from a deeper level. */
  void leave() {
    nesting--;
  }

  /**
   * The next token does not belong here. Where the text ends instead, the bracket that is still open
   * says more than what was expected.
   */
  PromqlException unexpected(String expected) {
    Token token = peek();
    Token open = opened.peek();
    if (token.kind() == Token.Kind.END && open != null) {
      return new PromqlException(open.span(), "\"" + open.text() + "\" is never closed");
    }
    if (token.kind() == Token.Kind.END) {
      return new PromqlException(previous().span(), expected);
    }
    String closes = opened(token);
    if (closes != null && (open == null || !open.is(closes))) {
      String message =
          open == null
              ? token.shown() + " closes nothing: no \"" + closes + "\" is open"
              : token.shown() + " cannot close \"" + open.text() + "\"";
      return new PromqlException(token.span(), message);
    }
    return new PromqlException(token.span(), expected + ", not " + token.shown());
  }

  /** There is no expression where one has to be. */
  PromqlException missingExpression() {
    return unexpected(
        at == 0
            ? "an expression has to stand here"
            : "an expression has to follow " + previous().shown());
  }

  private static @Nullable String opened(Token token) {
    return token.is(")") ? "(" : token.is("]") ? "[" : token.is("}") ? "{" : null;
  }
}
