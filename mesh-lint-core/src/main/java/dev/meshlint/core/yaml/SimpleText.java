package dev.meshlint.core.yaml;

/** The characters of a text, with the steps that {@link SimpleReader} takes over them. Used by one thread. */
final class SimpleText {
  /** What a plain scalar cannot start with. */
  private static final String INDICATORS = ",[]{}#&*!|>'\"%@`";

  final char[] chars;
  final int length;

  /** Prepares a text. */
  SimpleText(String text) {
    chars = text.toCharArray();
    length = chars.length;
    for (char c : chars) {
      if (c < ' ' ? c != '\n' && c != '\t' : c >= 0x7f && isOdd(c)) {
        throw Unusual.TEXT;
      }
    }
  }

  /** What must not stand in YAML, may be half a character, or was a line break or byte order mark to some YAML. */
  private static boolean isOdd(char c) {
    return c < 0xa0
        || c == 0x2028
        || c == 0x2029
        || Character.isSurrogate(c)
        || c == 0xfeff
        || c > 0xfffd;
  }

  /** The character here; a line break after the last one. */
  char at(int position) {
    return position < length ? chars[position] : '\n';
  }

  /** The first position from here on that holds no blank. */
  int skipBlanks(int from) {
    int at = from;
    while (at < length && chars[at] == ' ') {
      at++;
    }
    return at;
  }

  /** The start of the next line. */
  int nextLine(int from) {
    int at = from;
    while (at < length && chars[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, length);
  }

  /** The start of the first line from here on that holds more than blanks and a comment; the length if there is none. */
  int contentLine(int from) {
    int line = from;
    while (line < length) {
      int first = skipBlanks(line);
      if (at(first) == '\t') {
        throw Unusual.TEXT;
      }
      if (first < length && chars[first] != '\n' && chars[first] != '#') {
        return line;
      }
      line = nextLine(first);
    }
    return length;
  }

  /** The start of the line after this position, behind which only blanks and a comment may follow. */
  int endOfLine(int from) {
    int at = skipBlanks(from);
    char c = at(at);
    if (c != '\n' && (c != '#' || at == from)) {
      throw Unusual.TEXT;
    }
    return nextLine(at);
  }

  /** Whether a line holds nothing from here on but blanks and a comment. */
  boolean isLineEnd(int from) {
    int at = skipBlanks(from);
    return at(at) == '\n' || (at(at) == '#' && at > from);
  }

  /** Whether a character with nothing or a blank behind it stands here. */
  boolean isIndicator(int position, char indicator) {
    return at(position) == indicator && (at(position + 1) == ' ' || at(position + 1) == '\n');
  }

  /** Whether the line that starts here separates documents; one that ends them is unusual. */
  boolean isSeparator(int line) {
    if (isThrice(line, '.')) {
      throw Unusual.TEXT;
    }
    return isThrice(line, '-');
  }

  private boolean isThrice(int line, char c) {
    if (at(line) != c || at(line + 1) != c || at(line + 2) != c) {
      return false;
    }
    char next = at(line + 3);
    return next == ' ' || next == '\n' || next == '\t';
  }

  /**
   * The end of the plain text that starts here: where a colon, a comment, the line, or in brackets a comma or bracket ends
   * it, without the blanks before that.
   */
  int plainEnd(int from, boolean flow) {
    char first = at(from);
    if (INDICATORS.indexOf(first) >= 0) {
      throw Unusual.TEXT;
    }
    if ((first == '-' || first == '?' || first == ':') && (flow || !isWord(from + 1))) {
      throw Unusual.TEXT;
    }
    int end = from;
    for (int at = from; at < length; at++) {
      char c = chars[at];
      if (c == ' ') {
        continue;
      }
      if (c == '\n' || (c == '#' && chars[at - 1] == ' ') || (flow && isBracket(c))) {
        break;
      }
      if (c == ':' && (flow ? !isWord(at + 1) : at(at + 1) == ' ' || at(at + 1) == '\n')) {
        break;
      }
      if (c == '\t') {
        throw Unusual.TEXT;
      }
      end = at + 1;
    }
    return end;
  }

  private static boolean isBracket(char c) {
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
  }

  /** Whether a character stands here that means nothing. */
  private boolean isWord(int position) {
    char c = at(position);
    return c != ' ' && c != '\n' && c != '\t' && !isBracket(c) && c != '#';
  }
}
