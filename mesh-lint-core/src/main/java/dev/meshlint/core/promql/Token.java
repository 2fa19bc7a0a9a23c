package dev.meshlint.core.promql;

/**
 * A piece of the text that means something by itself.
 *
 * @param kind what it is
 * @param text the piece; of operators the symbol
 * @param span where it stands
 */
record Token(Kind kind, String text, Span span) {
  /** Kinds of tokens. */
  enum Kind {
    /** A name or keyword. */
    WORD,
    /** A number. */
    NUMBER,
    /** A number with units of time. */
    DURATION,
    /** A text with its quotes. */
    STRING,
    /** Brackets, separators, operators. */
    SYMBOL,
    /** The end of the text. */
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  /** The token as messages show it. */
  String shown() {
    return kind == Kind.STRING ? "the string " + text : "\"" + text + "\"";
  }
}
