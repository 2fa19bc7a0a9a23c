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

  /** How much of a line is looked at on both sides of a place: a line of megabytes may have thousands of findings. */
  private static final int REACH = 500;

  private final StringBuilder text = new StringBuilder();
  private final int from;
  private final int to;
  private final int[] columns;
  private int column;
  private boolean cutBefore;
  private boolean cutAfter;

  private FrameLine(int from, int to) {
    this.from = from;
    this.to = to;
    this.columns = new int[to - from + 1];
  }

  /**
   * What of a line lies around a place in it.
   *
   * @param line its number, from 1
   * @param place the offset of the place in the file
   * @param redactor knows what may not be shown
   */
  static FrameLine of(SourceFile file, int line, int place, Redactor redactor) {
    String source = file.text();
    int lineStart = file.lineStart(line);
    int lineEnd = file.lineEnd(line);
    int from = whole(source, Math.max(lineStart, Math.min(place, lineEnd) - REACH));
    int to = whole(source, Math.min(lineEnd, Math.max(place, lineStart) + REACH));
    FrameLine shown = new FrameLine(from, to);
    shown.cutBefore = from > lineStart;
    int last = shown.fill(source, redactor.spansFrom(file, from + 1));
    shown.cutAfter = last < lineEnd;
    return shown;
  }

  /** The offset, or that of the pair in whose middle it lies. */
  private static int whole(String source, int offset) {
    boolean inPair =
        offset > 0
            && offset < source.length()
            && Character.isLowSurrogate(source.charAt(offset))
            && Character.isHighSurrogate(source.charAt(offset - 1));
    return inPair ? offset - 1 : offset;
  }

  /** Shows what is looked at; gives how far that reaches: a secret that goes on is shown with its rest. */
  private int fill(String source, List<SecretSpan> secrets) {
    int next = 0;
    int at = from;
    int last = to;
    while (at < to) {
      SecretSpan secret = next < secrets.size() ? secrets.get(next) : null;
      if (secret != null && secret.start() <= at) {
        int end = Math.min(secret.end(), to);
        last = Math.max(last, secret.end());
        addHidden(at, end);
        at = end;
        next++;
      } else {
        at += add(source, at);
      }
    }
    columns[to - from] = column;
    return last;
  }

  /** Whether the line begins before what is looked at. */
  boolean cutBefore() {
    return cutBefore;
  }

  /** Whether the line goes on after what is looked at. */
  boolean cutAfter() {
    return cutAfter;
  }

  /** How many columns it takes. */
  int width() {
    return column;
  }

  /** What is shown of it where nothing in it is underlined. */
  String head() {
    String cut = column > Frame.LONGEST || cutAfter ? Frame.CUT : "";
    return slice(0, Frame.LONGEST).stripTrailing() + cut;
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

  /** The column, from 0, at which the character at an offset of the file is shown; the end for any later one. */
  int column(int offset) {
    return columns[Math.max(0, Math.min(offset, to) - from)];
  }

  private void addHidden(int start, int end) {
    for (int i = start; i < end; i++) {
      columns[i - from] = column;
    }
    text.append(Redactor.HIDDEN);
    column += Redactor.HIDDEN.length();
  }

  /** Adds one code point; gives how many characters of the source it took. */
  private int add(String source, int at) {
    int codePoint = source.codePointAt(at);
    int length = Character.charCount(codePoint);
    for (int i = at; i < at + length; i++) {
      columns[i - from] = column;
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
