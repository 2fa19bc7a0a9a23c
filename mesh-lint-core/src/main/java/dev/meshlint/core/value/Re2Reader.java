package dev.meshlint.core.value;

/**
 * Reads the atoms of an expression: escapes and classes, as Go's {@code regexp/syntax} does in its
 * Perl mode.
 */
final class Re2Reader {
  private static final String[] NAMED = {
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
    "space", "upper", "word", "xdigit"
  };

  private final String text;
  private int at;
  private int noNamedClassFrom = Integer.MAX_VALUE;

  Re2Reader(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  void skip(int characters) {
    at += characters;
  }

  void moveTo(int place) {
    at = place;
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  boolean isNext(String what) {
    return text.startsWith(what, at);
  }

  /** The character at the place and ahead of it; 0 beyond the end. */
  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  String since(int start) {
    return text.substring(start, Math.min(at, text.length()));
  }

  String rest() {
    return text.substring(at);
  }

  int indexOf(String what) {
    return text.indexOf(what, at);
  }

  /** Reads one character of any plane. */
  int literal() {
    int rune = text.codePointAt(at);
    at += Character.charCount(rune);
    return rune;
  }

  /** Reads {@code \p{…}} or {@code \pX}, if one is here. */
  boolean unicodeClass() throws Re2Problem {
    if (!isNext("\\p") && !isNext("\\P")) {
      return false;
    }
    int start = at;
    at += 2;
    String name = "";
    if (peek(0) == '{') {
      int end = text.indexOf('}', at);
      if (end < 0) {
        throw Re2Problem.of("\"" + text.substring(start) + "\" has no closing \"}\"");
      }
      name = text.substring(at + 1, end);
      at = end + 1;
    } else if (!isAtEnd()) {
      int from = at;
      literal();
      name = text.substring(from, at);
    }
    if (!UnicodeClasses.isKnown(name.startsWith("^") ? name.substring(1) : name)) {
      throw Re2Problem.of("there is no Unicode class \"" + since(start) + "\"");
    }
    return true;
  }

  /** Reads {@code \d}, {@code \s}, {@code \w} or their opposites, if one is here. */
  boolean perlClass() {
    if (peek(0) == '\\' && peek(1) != 0 && "dDsSwW".indexOf(peek(1)) >= 0) {
      at += 2;
      return true;
    }
    return false;
  }

  /** Reads an escape that stands for one character. */
  int escape() throws Re2Problem {
    int start = at;
    at++;
    if (isAtEnd()) {
      throw Re2Problem.of("it ends with a single \"\\\"");
    }
    int c = literal();
    if (c < 0x80 && !Ascii.isAlphanumeric((char) c)) {
      return c;
    }
    return switch (c) {
      case '0' -> octal(0);
      case '1', '2', '3', '4', '5', '6', '7' -> {
        if (!isOctal(peek(0))) {
          throw badEscape(since(start), c);
        }
        yield octal(c - '0');
      }
      case 'x' -> hex(start);
      case 'a' -> 7;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 11;
      default -> throw badEscape(since(start), c);
    };
  }

  private static Re2Problem badEscape(String escape, int c) {
    if (c >= '1' && c <= '9') {
      return Re2Problem.general("the back-reference \"" + escape + "\" is not supported by RE2");
    }
    return switch (c) {
      case 'k' -> Re2Problem.general("the back-reference \"\\k\" is not supported by RE2");
      case 'Z' -> Re2Problem.of("\"\\Z\" is not supported by RE2, \"\\z\" is the end of the text");
      case 'u' -> Re2Problem.of("\"\\u\" is not supported by RE2, write \"\\x{…}\"");
      default -> Re2Problem.of("the escape \"" + escape + "\" is not supported by RE2");
    };
  }

  private int octal(int first) {
    int rune = first;
    for (int i = 1; i < 3 && isOctal(peek(0)); i++) {
      rune = rune * 8 + (peek(0) - '0');
      at++;
    }
    return rune;
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  private int hex(int start) throws Re2Problem {
    if (peek(0) == '{') {
      at++;
      int digits = 0;
      int rune = 0;
      while (Ascii.isHex(peek(0))) {
        rune = rune * 16 + Character.digit(peek(0), 16);
        digits++;
        at++;
        if (rune > Character.MAX_CODE_POINT) {
          throw Re2Problem.of("\"" + since(start) + "\" is beyond the last character");
        }
      }
      if (digits > 0 && peek(0) == '}') {
        at++;
        return rune;
      }
    } else if (Ascii.isHex(peek(0)) && Ascii.isHex(peek(1))) {
      at += 2;
      return Integer.parseInt(text, at - 2, at, 16);
    }
    throw Re2Problem.of("\"" + since(start) + "\" is not followed by a hexadecimal number");
  }

  /** Reads a class in brackets. */
  void bracketed() throws Re2Problem {
    int start = at;
    at++;
    if (peek(0) == '^') {
      at++;
    }
    boolean first = true;
    while (first || peek(0) != ']' || isAtEnd()) {
      first = false;
      if (namedClass() || unicodeClass() || perlClass()) {
        continue;
      }
      int from = at;
      int low = classCharacter(start);
      if (peek(0) == '-' && at + 1 < text.length() && peek(1) != ']') {
        at++;
        if (perlClass()) {
          throw Re2Problem.of("\"" + since(from) + "\" is no range: a class cannot end it");
        }
        int high = classCharacter(start);
        if (high < low) {
          throw Re2Problem.general("the range \"" + since(from) + "\" runs backwards");
        }
      }
    }
    at++;
  }

  private int classCharacter(int start) throws Re2Problem {
    if (isAtEnd()) {
      throw Re2Problem.general("\"" + text.substring(start) + "\" has no closing \"]\"");
    }
    return peek(0) == '\\' ? escape() : literal();
  }

  /** Reads {@code [:alpha:]} within brackets, if one is here. */
  private boolean namedClass() throws Re2Problem {
    if (!isNext("[:") || at >= noNamedClassFrom || at + 2 >= text.length()) {
      return false;
    }
    int end = text.indexOf(":]", at + 2);
    if (end < 0) {
      // Remembered, so that a row of openings does not search to the end each time.
      noNamedClassFrom = at;
      return false;
    }
    String name = text.substring(at + 2, end);
    String plain = name.startsWith("^") ? name.substring(1) : name;
    for (String known : NAMED) {
      if (known.equals(plain)) {
        at = end + 2;
        return true;
      }
    }
    throw Re2Problem.of("there is no class \"[:" + name + ":]\"");
  }
}
