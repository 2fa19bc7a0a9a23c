package dev.meshlint.core.promql;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens, in time linear in its length. Used once. */
final class Lexer {
  /** Longer symbols stand before those that they begin with. */
  private static final String[] SYMBOLS = {
    "==", "=~", "!=", "!~", "<=", ">=", "</", ">/", "=", "<", ">", "+", "-", "*", "/", "%", "^",
    "(", ")", "{", "}", "[", "]", ",", ":", "@"
  };

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean bracket;

  Lexer(String text) {
    this.text = text;
  }

  /** The tokens; the last one is the end. */
  List<Token> tokens() throws PromqlException {
    while (true) {
      skipBlanks();
      if (at >= text.length()) {
        tokens.add(new Token(Token.Kind.END, "", new Span(at, at)));
        return tokens;
      }
      next();
    }
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (text.charAt(at) == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (Characters.isBlank(text.charAt(at))) {
        at++;
      } else {
        return;
      }
    }
  }

  private void next() throws PromqlException {
    char c = text.charAt(at);
    if (Characters.startsWord(c) || (c == ':' && !bracket)) {
      word();
    } else if (Characters.isDigit(c) || (c == '.' && Characters.isDigit(peek(1)))) {
      number();
    } else if (c == '"' || c == '\'' || c == '`') {
      string(c);
    } else {
      symbol();
    }
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private void word() {
    int start = at;
    while (Characters.isWord(peek(0)) || (peek(0) == ':' && !bracket)) {
      at++;
    }
    add(Token.Kind.WORD, start);
  }

  /** A number, or a duration, which begins as one. */
  private void number() throws PromqlException {
    int start = at;
    while (Characters.isWord(peek(0)) || peek(0) == '.' || isSignOfExponent(start)) {
      at++;
    }
    String written = text.substring(start, at);
    if (Numbers.isNumber(written)) {
      add(Token.Kind.NUMBER, start);
      return;
    }
    String problem = Numbers.durationProblem(written);
    if (problem != null) {
      throw new PromqlException(
          new Span(start, at),
          "\"" + written + "\" is neither a number nor a duration: " + problem);
    }
    add(Token.Kind.DURATION, start);
  }

  /** The sign in {@code 1e-3}; hexadecimal numbers have no exponent. */
  private boolean isSignOfExponent(int start) {
    char before = at > start ? text.charAt(at - 1) : 0;
    return (peek(0) == '-' || peek(0) == '+')
        && (before == 'e' || before == 'E')
        && Characters.isDigit(peek(1))
        && !text.regionMatches(true, start, "0x", 0, 2);
  }

  private void string(char quote) throws PromqlException {
    int start = at++;
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at);
      if (c == '\n' && quote != '`') {
        break;
      }
      at += c == '\\' && quote != '`' && at + 1 < text.length() ? 2 : 1;
    }
    if (at >= text.length() || text.charAt(at) != quote) {
      throw new PromqlException(
          new Span(start, Math.min(at, text.length())), "the string is never closed");
    }
    at++;
    add(Token.Kind.STRING, start);
  }

  private void symbol() throws PromqlException {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        bracket = symbol.equals("[") || (bracket && !symbol.equals("]"));
        at += symbol.length();
        tokens.add(new Token(Token.Kind.SYMBOL, symbol, new Span(at - symbol.length(), at)));
        return;
      }
    }
    int end = text.offsetByCodePoints(at, 1);
    throw new PromqlException(
        new Span(at, end), "\"" + text.substring(at, end) + "\" has no meaning here");
  }

  private void add(Token.Kind kind, int start) {
    tokens.add(new Token(kind, text.substring(start, at), new Span(start, at)));
  }
}
