package dev.meshlint.core.report;

import dev.meshlint.core.engine.Redactor;
import dev.meshlint.core.engine.SecretSpan;
import dev.meshlint.core.source.SourceFile;
import java.util.List;

/**
 * One line of a file as a terminal shows it: tabs as blanks, control characters replaced, secrets hidden; and for every
 * character the column where it is shown, so that an underline fits also below wide characters.
 */
final class FrameLine {
  private static final int TAB = 4;

  private final StringBuilder text = new StringBuilder();
  private final int[] columns;
  private int column;

  private FrameLine(int length) {
    this.columns = new int[length + 1];
  }

  /**
   * A line.
   *
   * @param line its number, from 1
   * @param secrets what may not be shown, from the first that ends after the start of the line
   */
  static FrameLine of(SourceFile file, int line, List<SecretSpan> secrets) {
    String source = file.lineText(line);
    int offset = file.lineStart(line);
    FrameLine shown = new FrameLine(source.length());
    int next = 0;
    int at = 0;
    while (at < source.length()) {
      SecretSpan secret = next < secrets.size() ? secrets.get(next) : null;
      if (secret != null && secret.start() <= offset + at) {
        int end = Math.min(secret.end() - offset, source.length());
        shown.addHidden(at, end);
        at = end;
        next++;
      } else {
        at += shown.add(source, at);
      }
    }
    shown.columns[source.length()] = shown.column;
    return shown;
  }

  /** How many columns the line takes. */
  int width() {
    return column;
  }

  /** The text from one column to another. */
  String slice(int from, int to) {
    StringBuilder slice = new StringBuilder();
    int at = 0;
    for (int i = 0; i < text.length() && at < to; ) {
      int codePoint = text.codePointAt(i);
      if (at >= from) {
        slice.appendCodePoint(codePoint);
      }
      at += Terminal.width(codePoint);
      i += Character.charCount(codePoint);
    }
    return slice.toString();
  }

  /** The column, from 0, at which a character of the line is shown; the end of the line for any later one. */
  int column(int index) {
    return columns[Math.min(index, columns.length - 1)];
  }

  private void addHidden(int from, int to) {
    for (int i = from; i < to; i++) {
      columns[i] = column;
    }
    text.append(Redactor.HIDDEN);
    column += Redactor.HIDDEN.length();
  }

  /** Adds one code point; gives how many characters of the source it took. */
  private int add(String source, int at) {
    int codePoint = source.codePointAt(at);
    int length = Character.charCount(codePoint);
    for (int i = at; i < at + length; i++) {
      columns[i] = column;
    }
    if (codePoint == '\t') {
      text.append(" ".repeat(TAB));
      column += TAB;
    } else {
      text.appendCodePoint(Terminal.isHarmless(codePoint) ? codePoint : Terminal.REPLACEMENT);
      column += Terminal.width(codePoint);
    }
    return length;
  }
}
