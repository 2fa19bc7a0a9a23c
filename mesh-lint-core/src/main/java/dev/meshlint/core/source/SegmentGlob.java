package dev.meshlint.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A glob for one segment of a path: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a-z]}, {@code [[:digit:]]}, and a
 * backslash before a character that is meant literally. Matching takes at most pattern times name steps.
 *
 * <p>The grammar is that of git's wildmatch; a pattern with an unclosed bracket or a lone backslash at its end matches
 * nothing, as there.
 */
final class SegmentGlob {
  private final Token[] tokens;
  private final boolean broken;

  private SegmentGlob(Token[] tokens, boolean broken) {
    this.tokens = tokens;
    this.broken = broken;
  }

  private sealed interface Token {}

  private record Literal(char value) implements Token {}

  private enum Wild implements Token {
    STAR,
    ANY
  }

  /** A bracket: pairs of first and last character. */
  private record Bracket(String ranges, boolean negated) implements Token {
    boolean matches(char c) {
      for (int i = 0; i < ranges.length(); i += 2) {
        if (ranges.charAt(i) <= c && c <= ranges.charAt(i + 1)) {
          return !negated;
        }
      }
      return negated;
    }
  }

  static SegmentGlob of(String pattern) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i++);
      switch (c) {
        case '*' -> {
          if (tokens.isEmpty() || tokens.get(tokens.size() - 1) != Wild.STAR) {
            tokens.add(Wild.STAR);
          }
        }
        case '?' -> tokens.add(Wild.ANY);
        case '\\' -> {
          if (i == pattern.length()) {
            return new SegmentGlob(new Token[0], true);
          }
          tokens.add(new Literal(pattern.charAt(i++)));
        }
        case '[' -> {
          BracketParser bracket = new BracketParser(pattern, i);
          if (!bracket.parse()) {
            return new SegmentGlob(new Token[0], true);
          }
          tokens.add(new Bracket(bracket.ranges.toString(), bracket.negated));
          i = bracket.at;
        }
        default -> tokens.add(new Literal(c));
      }
    }
    return new SegmentGlob(tokens.toArray(new Token[0]), false);
  }

  /** Whether a text has characters that mean something in a glob. */
  static boolean isGlob(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
  }

  boolean matches(String name) {
    if (broken) {
      return false;
    }
    int token = 0;
    int at = 0;
    int lastStar = -1;
    int resume = 0;
    while (at < name.length()) {
      if (token < tokens.length && tokens[token] == Wild.STAR) {
        lastStar = token++;
        resume = at;
      } else if (token < tokens.length && matches(tokens[token], name.charAt(at))) {
        token++;
        at++;
      } else if (lastStar >= 0) {
        token = lastStar + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (token < tokens.length && tokens[token] == Wild.STAR) {
      token++;
    }
    return token == tokens.length;
  }

  private static boolean matches(Token token, char c) {
    if (token instanceof Literal literal) {
      return literal.value() == c;
    }
    return token instanceof Bracket bracket ? bracket.matches(c) : token == Wild.ANY;
  }

  /** Reads what stands between brackets. */
  private static final class BracketParser {
    private static final String POSIX =
        "[:alnum:]09AZaz [:alpha:]AZaz [:digit:]09 [:lower:]az [:upper:]AZ [:xdigit:]09AFaf [:space:]\t\r";

    private final String pattern;
    private final StringBuilder ranges = new StringBuilder();
    private int at;
    private boolean negated;

    BracketParser(String pattern, int at) {
      this.pattern = pattern;
      this.at = at;
    }

    /** False if the bracket is never closed. */
    boolean parse() {
      if (at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^')) {
        negated = true;
        at++;
      }
      boolean first = true;
      while (at < pattern.length()) {
        char c = pattern.charAt(at);
        if (c == ']' && !first) {
          at++;
          return true;
        }
        first = false;
        if (pattern.startsWith("[:", at)) {
          if (!posixClass()) {
            return false;
          }
        } else if (!range()) {
          return false;
        }
      }
      return false;
    }

    private boolean range() {
      int from = character();
      if (from < 0) {
        return false;
      }
      int to = from;
      if (at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
        at++;
        to = character();
        if (to < 0) {
          return false;
        }
      }
      ranges.append((char) from).append((char) to);
      return true;
    }

    private int character() {
      char c = pattern.charAt(at++);
      if (c != '\\') {
        return c;
      }
      return at < pattern.length() ? pattern.charAt(at++) : -1;
    }

    private boolean posixClass() {
      int close = pattern.indexOf(":]", at + 2);
      if (close < 0) {
        return range();
      }
      String name = pattern.substring(at, close + 2);
      int known = POSIX.indexOf(name);
      if (known < 0) {
        return false;
      }
      int end = POSIX.indexOf(' ', known);
      ranges.append(POSIX, known + name.length(), end < 0 ? POSIX.length() : end);
      if (name.equals("[:space:]")) {
        ranges.append("  ");
      }
      at = close + 2;
      return true;
    }
  }
}
