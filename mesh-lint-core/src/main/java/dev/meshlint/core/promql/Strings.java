package dev.meshlint.core.promql;

/** Takes the quotes and escapes off strings; the escapes are those of Go. */
final class Strings {
  private static final String ESCAPED = "abfnrtv\\";
  private static final String PLAIN = "\u0007\b\f\n\r\t\u000b\\";

  private final String text;
  private final int place;
  private final char quote;
  private final StringBuilder value;
  private int at;

  private Strings(Token token) {
    this.text = token.text();
    this.place = token.span().start();
    this.quote = text.charAt(0);
    this.value = new StringBuilder(text.length());
    this.at = 1;
  }

  /** The literal that a token stands for. */
  static StringLiteral literal(Token token) throws PromqlException {
    return new StringLiteral(token.span(), new Strings(token).read());
  }

  private String read() throws PromqlException {
    int end = text.length() - 1;
    if (quote == '`' || text.indexOf('\\') < 0) {
      return text.substring(1, end);
    }
    while (at < end) {
      char c = text.charAt(at);
      if (c == '\\') {
        escape();
      } else {
        value.append(c);
        at++;
      }
    }
    return value.toString();
  }

  private void escape() throws PromqlException {
    char c = text.charAt(at + 1);
    int simple = ESCAPED.indexOf(c);
    if (simple >= 0 || c == quote) {
      value.append(simple >= 0 ? PLAIN.charAt(simple) : c);
      at += 2;
    } else if (c == 'x') {
      number(at + 2, 2, 16);
    } else if (c == 'u') {
      number(at + 2, 4, 16);
    } else if (c == 'U') {
      number(at + 2, 8, 16);
    } else if (c >= '0' && c <= '7') {
      number(at + 1, 3, 8);
    } else {
      throw wrong("\"\\" + c + "\" is no escape in a string; a backslash is written \"\\\\\"");
    }
  }

  private void number(int from, int digits, int base) throws PromqlException {
    long code = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < text.length() - 1 ? Character.digit(text.charAt(i), base) : -1;
      if (digit < 0) {
        throw wrong("an escape in a string needs " + digits + " digits");
      }
      code = code * base + digit;
    }
    if (!Character.isValidCodePoint((int) code) || code > Character.MAX_CODE_POINT) {
      throw wrong("an escape in a string is no character");
    }
    value.appendCodePoint((int) code);
    at = from + digits;
  }

  private PromqlException wrong(String message) {
    return new PromqlException(
        new Span(place + at, place + Math.min(at + 2, text.length())), message);
  }
}
