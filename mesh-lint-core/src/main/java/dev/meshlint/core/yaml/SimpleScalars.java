package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlScalar.Style;

/** Reads the scalars of a simple text. Used by one thread. */
final class SimpleScalars {
  private final SourceFile file;
  private final SimpleText text;
  private final Names names;

  SimpleScalars(SourceFile file, SimpleText text, Names names) {
    this.file = file;
    this.text = text;
    this.names = names;
  }

  /** The null that an absent value is. */
  YamlScalar absent(int at) {
    return new YamlScalar(file, at, at, "", Style.PLAIN, null);
  }

  /** A plain scalar that ends here. */
  YamlScalar plain(int from, int end) {
    String value = names.value(text.chars, from, end);
    return new YamlScalar(file, from, end, value, Style.PLAIN, null);
  }

  /** A plain key that ends here. */
  YamlScalar key(int from, int end) {
    String name = names.key(text.chars, from, end);
    if (name.equals("<<")) {
      throw Unusual.TEXT;
    }
    return new YamlScalar(file, from, end, name, Style.PLAIN, null);
  }

  /** A key in quotes. */
  YamlScalar quotedKey(int from) {
    YamlScalar read = quoted(from);
    return new YamlScalar(file, from, read.end(), names.key(read.text()), read.style(), null);
  }

  /** A scalar in quotes, on one line. */
  YamlScalar quoted(int from) {
    char quote = text.at(from);
    boolean escaped = false;
    int at = from + 1;
    while (text.at(at) != quote || (quote == '\'' && text.at(at + 1) == '\'')) {
      char c = text.at(at);
      if (c == '\n') {
        throw Unusual.TEXT;
      }
      boolean pair = c == quote || (c == '\\' && quote == '"');
      escaped |= pair;
      at += pair ? 2 : 1;
      if (at >= text.length) {
        throw Unusual.TEXT;
      }
    }
    String value = escaped ? unescaped(from + 1, at, quote) : names.value(text.chars, from + 1, at);
    Style style = quote == '"' ? Style.DOUBLE_QUOTED : Style.SINGLE_QUOTED;
    return new YamlScalar(file, from, at + 1, value, style, null);
  }

  private String unescaped(int from, int end, char quote) {
    StringBuilder value = new StringBuilder(end - from);
    int at = from;
    while (at < end) {
      char c = text.chars[at];
      if (c == quote) {
        value.append(quote);
        at += 2;
      } else if (c == '\\' && quote == '"') {
        value.append(escape(text.chars[at + 1]));
        at += 2;
      } else {
        value.append(c);
        at++;
      }
    }
    return value.toString();
  }

  private static char escape(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '"', '\\', '/', ' ' -> c;
      default -> throw Unusual.TEXT;
    };
  }

  /**
   * A block scalar.
   *
   * @param from the position of its indicator
   * @param parent the column of the collection around it
   * @return the scalar and where the text goes on
   */
  Block block(int from, int parent) {
    boolean folded = text.at(from) == '>';
    char chomping = text.at(from + 1);
    boolean chomps = chomping == '-' || chomping == '+';
    int line = text.endOfLine(from + (chomps ? 2 : 1));
    int first = line;
    while (first < text.length && text.at(text.skipBlanks(first)) == '\n') {
      first = text.nextLine(first);
    }
    int indent = text.skipBlanks(first) - first;
    if (first >= text.length
        || indent <= parent
        || text.at(first + indent) == '\t'
        || isDeeper(line, first, indent)) {
      throw Unusual.TEXT;
    }
    StringBuilder value = new StringBuilder();
    int at = line;
    int breaks = 0;
    boolean more = false;
    boolean folds = false;
    while (at < text.length) {
      int column = text.skipBlanks(at) - at;
      boolean empty = column <= indent && text.at(at + column) == '\n';
      if (!empty && column < indent) {
        break;
      }
      int end = text.nextLine(at);
      if (text.chars[end - 1] != '\n') {
        // What the engine makes of a block that the end of the text cuts off, it knows best.
        throw Unusual.TEXT;
      }
      if (empty) {
        breaks++;
      } else {
        int start = at + indent;
        boolean loose = text.at(start) == ' ' || text.at(start) == '\t';
        if (more) {
          fold(value, breaks, folded && folds && !loose);
        } else {
          breaks(value, breaks);
        }
        value.append(text.chars, start, end - 1 - start);
        breaks = 1;
        folds = !loose;
        more = true;
      }
      at = end;
    }
    breaks(value, chomping == '-' ? 0 : chomping == '+' ? breaks : Math.min(breaks, 1));
    int scalarEnd = Lines.blockScalarEnd(file.text(), from, at);
    Style style = folded ? Style.FOLDED : Style.LITERAL;
    String kept = names.value(value.toString());
    return new Block(new YamlScalar(file, from, scalarEnd, kept, style, null), at);
  }

  /** Whether a blank line before the first one with text is indented more than that. */
  private boolean isDeeper(int from, int to, int indent) {
    for (int line = from; line < to; line = text.nextLine(line)) {
      if (text.skipBlanks(line) - line > indent) {
        return true;
      }
    }
    return false;
  }

  /** Joins two lines with so many line breaks between them. */
  private static void fold(StringBuilder value, int breaks, boolean folds) {
    if (folds && breaks == 1) {
      value.append(' ');
    } else {
      breaks(value, folds ? breaks - 1 : breaks);
    }
  }

  private static void breaks(StringBuilder value, int count) {
    for (int i = 0; i < count; i++) {
      value.append('\n');
    }
  }

  /**
   * A block scalar.
   *
   * @param scalar the scalar
   * @param next the start of the line after it
   */
  record Block(YamlScalar scalar, int next) {}
}
