package dev.meshlint.core.report;

import dev.meshlint.core.engine.Redactor;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.source.SourceFile;
import java.io.IOException;
import java.util.List;

/**
 * Writes the lines that a finding speaks of, file by file, with what is underlined in them. Lines between two of them are
 * left out.
 */
final class Frames {
  private static final String LEFT_OUT = "...";

  private final Severity severity;
  private final Style style;
  private final String margin;
  private final Redactor redactor;
  private final Appendable out;

  /**
   * Makes a writer for one finding.
   *
   * @param severity how bad the finding is
   * @param style the colours
   * @param margin blanks of the width of the largest number of a line
   * @param redactor knows what may not be shown
   * @param out takes the lines
   */
  Frames(Severity severity, Style style, String margin, Redactor redactor, Appendable out) {
    this.severity = severity;
    this.style = style;
    this.margin = margin;
    this.redactor = redactor;
    this.out = out;
  }

  /** Blanks of the width of the largest number of a line. */
  static String margin(List<List<Mark>> files) {
    int largest = 1;
    for (List<Mark> marks : files) {
      largest = Math.max(largest, marks.get(marks.size() - 1).place().line());
    }
    return " ".repeat(Integer.toString(largest).length());
  }

  /** Writes them; the first file is that of the finding, whose name has been written. */
  void write(List<List<Mark>> files) throws IOException {
    for (List<Mark> marks : files) {
      Mark first = marks.get(0);
      if (first.place().file().text().isEmpty()) {
        writeAddresses(marks);
      } else if (marks == files.get(0)) {
        out.append(style.dim(margin + " |")).append('\n');
        writeFile(marks);
      } else {
        out.append(style.dim(margin + "::: " + Terminal.address(first.place()))).append('\n');
        writeFile(marks);
      }
    }
  }

  /** What is known of places in files whose text is not. */
  private void writeAddresses(List<Mark> marks) throws IOException {
    for (Mark mark : marks) {
      if (!mark.isMain()) {
        String note = Terminal.address(mark.place()) + ": " + Terminal.clean(mark.label());
        out.append(style.dim(margin + " =")).append(' ').append(note).append('\n');
      }
    }
  }

  private void writeFile(List<Mark> marks) throws IOException {
    int before = 0;
    String shown = "";
    for (Mark mark : marks) {
      Place place = mark.place();
      int number = place.line();
      Frame frame =
          Frame.around(FrameLine.of(place.file(), number, place.start(), redactor), place);
      if (before > 0 && number > before) {
        writeBetween(place.file(), before, number);
      }
      if (number != before || !frame.text().equals(shown)) {
        writeLine(number, frame.text());
      }
      writeMark(mark, frame);
      before = number;
      shown = frame.text();
    }
  }

  /** A single line between two others is shown: it takes no more room than what would stand for it. */
  private void writeBetween(SourceFile file, int before, int after) throws IOException {
    int number = before + 1;
    if (number + 1 == after) {
      writeLine(number, FrameLine.of(file, number, file.lineStart(number), redactor).head());
    } else if (number < after) {
      out.append(style.dim(LEFT_OUT)).append('\n');
    }
  }

  private void writeLine(int number, String text) throws IOException {
    String digits = Integer.toString(number);
    String line = margin.substring(digits.length()) + digits + " |";
    out.append(style.dim(line)).append(text.isEmpty() ? "" : " ").append(text).append('\n');
  }

  private void writeMark(Mark mark, Frame frame) throws IOException {
    String label = label(mark);
    int width = Terminal.width(label);
    out.append(style.dim(margin + " |")).append(' ').append(" ".repeat(frame.start()));
    if (mark.isMain()) {
      out.append(style.severity(severity, "^".repeat(frame.length())));
    } else if (frame.start() + frame.length() + 1 + width <= Frame.LONGEST) {
      out.append(style.related("-".repeat(frame.length()) + " " + label));
    } else {
      out.append(style.related("-".repeat(frame.length()))).append('\n');
      String blanks = " ".repeat(Math.max(0, Math.min(frame.start(), Frame.LONGEST - width)));
      out.append(style.dim(margin + " |")).append(' ').append(blanks).append(style.related(label));
    }
    out.append('\n');
  }

  /** A label is a few words; what names of any length make of it is cut. */
  private static String label(Mark mark) {
    String label = Terminal.clean(mark.label());
    int length = label.codePointCount(0, label.length());
    return length <= Frame.LONGEST
        ? label
        : label.substring(0, label.offsetByCodePoints(0, Frame.LONGEST - 1)) + Frame.CUT;
  }
}
