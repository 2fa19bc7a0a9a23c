package dev.meshlint.core.yaml;

/** Small steps over the text of a YAML file; offsets count from 0, pure functions. */
public final class Lines {
  private Lines() {}

  /** Whether a character ends a line. */
  public static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** Whether a character is a blank or a tab. */
  public static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Whether the engine takes a character for space between nodes; NEL is a line break to it. */
  private static boolean isSpace(char c) {
    return isBlank(c) || isBreak(c) || c == 0x85;
  }

  /** The offset of the first line at or after an offset that starts a document ({@code ---}), or the text's length. */
  static int documentStart(String text, int from) {
    int at = from > 0 && !isBreak(text.charAt(from - 1)) ? nextLine(text, from) : from;
    while (at < text.length()) {
      if (isSeparator(text, at)) {
        return at;
      }
      at = nextLine(text, at);
    }
    return text.length();
  }

  /** Whether the line that starts here is a document separator. */
  static boolean isSeparator(String text, int at) {
    return text.startsWith("---", at)
        && (at + 3 == text.length()
            || isBlank(text.charAt(at + 3))
            || isBreak(text.charAt(at + 3)));
  }

  /** The start of the line after the one that holds the offset, or the text's length. */
  public static int nextLine(String text, int from) {
    int at = lineEnd(text, from);
    if (at < text.length()) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
    return at;
  }

  /** The offset of the line break that ends the line of this offset, or the text's length. */
  public static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The start of the line that holds the offset. */
  public static int lineStart(String text, int from) {
    int at = from;
    while (at > 0 && !isBreak(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** The offset after the last character of the line that is neither a blank nor part of a comment. */
  public static int contentEnd(String text, int from) {
    int lineEnd = lineEnd(text, from);
    int at = from;
    while (at < lineEnd && !(text.charAt(at) == '#' && at > from && isBlank(text.charAt(at - 1)))) {
      at++;
    }
    while (at > from && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** The first offset from here on that holds no blank. */
  public static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The start of what the last line with text before the line of this offset holds, or -1. */
  static int previousContent(String text, int from) {
    int line = lineStart(text, from);
    while (line > 0) {
      line = previousLine(text, line);
      int content = skipBlanks(text, line);
      if (content < text.length()
          && !isBreak(text.charAt(content))
          && text.charAt(content) != '#') {
        return content;
      }
    }
    return -1;
  }

  /** The start of the line before the one that starts here, or 0. */
  static int previousLine(String text, int lineStart) {
    int at = lineStart - 1;
    if (at > 0 && text.charAt(at) == '\n' && text.charAt(at - 1) == '\r') {
      at--;
    }
    return lineStart(text, Math.max(at, 0));
  }

  /** The first offset from here on that holds neither blanks, line breaks nor comments. */
  public static int skipToContent(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lineEnd(text, at);
      } else if (isSpace(c)) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  /** The offset after so many properties (anchors, tags) of a node and what blank there is after them. */
  static int skipProperties(String text, int from, int count) {
    int at = skipToContent(text, from);
    for (int i = 0; i < count; i++) {
      at = skipToContent(text, propertyEnd(text, at));
    }
    return at;
  }

  private static int propertyEnd(String text, int from) {
    int at = from;
    if (text.startsWith("!<", at)) {
      int close = text.indexOf('>', at);
      return close < 0 ? text.length() : close + 1;
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isSpace(c) || c == ',' || c == ']' || c == '}' || c == '[' || c == '{') {
        break;
      }
      at++;
    }
    return at;
  }

  /**
   * The end of a block scalar: after the last line that holds text, or after the header of an empty one.
   *
   * @param start the offset of the indicator
   * @param limit where the engine found the end, on or before the next token
   */
  static int blockScalarEnd(String text, int start, int limit) {
    int last = limit;
    while (last > start && (isBlank(text.charAt(last - 1)) || isBreak(text.charAt(last - 1)))) {
      last--;
    }
    int headerEnd = lineEnd(text, start);
    if (last > headerEnd) {
      return Math.min(lineEnd(text, last), limit);
    }
    int at = start + 1;
    while (at < headerEnd && "+-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
