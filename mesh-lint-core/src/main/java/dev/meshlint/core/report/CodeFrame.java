package dev.meshlint.core.report;

import dev.meshlint.core.engine.Redactor;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** A place with the lines around it, as people may see them: secrets hidden, control characters replaced, long lines cut. */
public final class CodeFrame {
  private CodeFrame() {}

  /**
   * A line.
   *
   * @param number its number, from 1
   * @param before what stands before the place; the whole line where the place is on another one
   * @param marked the place itself; empty on other lines
   * @param after what stands after it
   */
  public record Line(int number, String before, String marked, String after) {}

  /**
   * The lines around a place; none of a file without text.
   *
   * @param place the place; of one on several lines, the first is marked to its end
   * @param context how many lines are shown before and after
   * @param redactor knows what is secret
   */
  public static List<Line> around(Place place, int context, Redactor redactor) {
    SourceFile file = place.file();
    List<Line> lines = new ArrayList<>(2 * context + 1);
    if (file.text().isEmpty()) {
      return lines;
    }
    int last = Math.min(file.lineCount(), place.line() + context);
    for (int number = Math.max(1, place.line() - context); number <= last; number++) {
      boolean isPlace = number == place.line();
      int at = isPlace ? place.start() : file.lineStart(number);
      FrameLine line = FrameLine.of(file, number, at, redactor);
      if (isPlace) {
        Frame frame = Frame.around(line, place);
        lines.add(marked(number, frame));
      } else {
        lines.add(new Line(number, line.head(), "", ""));
      }
    }
    return lines;
  }

  private static Line marked(int number, Frame frame) {
    String text = frame.text();
    int start = index(text, frame.start());
    int end = index(text, frame.start() + frame.length());
    return new Line(
        number, text.substring(0, start), text.substring(start, end), text.substring(end));
  }

  /** The character that is shown in a column; the end of the text for any later one. */
  private static int index(String text, int column) {
    int at = 0;
    int index = 0;
    while (index < text.length() && at < column) {
      int codePoint = text.codePointAt(index);
      at += Terminal.width(codePoint);
      index += Character.charCount(codePoint);
    }
    return index;
  }
}
