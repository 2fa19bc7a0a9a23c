package dev.meshlint.core.report;

import dev.meshlint.core.engine.Redactor;
import dev.meshlint.core.engine.SecretSpan;
import dev.meshlint.core.report.LineDiff.Change;
import dev.meshlint.core.source.Replacement;
import dev.meshlint.core.source.SourceFile;
import java.io.IOException;
import java.util.List;

/**
 * New texts of files as a unified diff, as {@code git apply} and {@code patch -p1} read it.
 *
 * <p>Secrets are left out: lines that hold one are no context, and where one stands in a changed line the diff is for
 * reading only.
 */
public final class DiffReporter {
  private static final int CONTEXT = 3;
  private static final String NO_BREAK = "\n\\ No newline at end of file\n";

  private final Redactor redactor = new Redactor();

  /** Makes a reporter. Used by one thread. */
  public DiffReporter() {}

  /** One side of the diff. */
  private static final class Side {
    private final SourceFile file;
    private final List<String> lines;
    private final int[] starts;

    Side(SourceFile file) {
      this.file = file;
      this.lines = LineDiff.lines(file.text());
      this.starts = new int[lines.size()];
      for (int i = 1; i < starts.length; i++) {
        starts[i] = starts[i - 1] + lines.get(i - 1).length();
      }
    }
  }

  /**
   * Writes it.
   *
   * @throws IOException if {@code out} does
   */
  public void write(List<Replacement> replacements, Appendable out) throws IOException {
    for (Replacement replacement : replacements) {
      Side before = new Side(replacement.file());
      Side after = new Side(new SourceFile(replacement.name(), replacement.text()));
      List<Change> changes = LineDiff.of(before.lines, after.lines);
      if (!changes.isEmpty()) {
        writeName("--- a/", replacement.name(), out);
        writeName("+++ b/", replacement.name(), out);
        writeHunks(changes, before, after, out);
      }
    }
  }

  private static void writeName(String mark, String name, Appendable out) throws IOException {
    // A tab ends a name with blanks, as git has it.
    out.append(mark).append(Terminal.clean(name)).append(name.indexOf(' ') < 0 ? "\n" : "\t\n");
  }

  private void writeHunks(List<Change> changes, Side before, Side after, Appendable out)
      throws IOException {
    int first = 0;
    for (int i = 1; i <= changes.size(); i++) {
      if (i == changes.size() || isApart(changes.get(i - 1), changes.get(i), before)) {
        writeHunk(changes.subList(first, i), before, after, out);
        first = i;
      }
    }
  }

  private boolean isApart(Change one, Change next, Side before) {
    return next.start() - one.end() > 2 * CONTEXT
        || one.end() + context(before, one.end(), 1, next.start() - one.end()) < next.start();
  }

  /** How many lines, going up or down from one, can be shown. */
  private int context(Side side, int from, int step, int most) {
    int count = 0;
    int line = step > 0 ? from : from - 1;
    while (count < most && line >= 0 && line < side.lines.size() && !holdsSecret(side, line)) {
      count++;
      line += step;
    }
    return count;
  }

  private void writeHunk(List<Change> changes, Side before, Side after, Appendable out)
      throws IOException {
    Change top = changes.get(0);
    Change bottom = changes.get(changes.size() - 1);
    int above = context(before, top.start(), -1, CONTEXT);
    int below = context(before, bottom.end(), 1, CONTEXT);
    writeRange("@@ -", top.start() - above, bottom.end() + below, out);
    writeRange(" +", top.newStart() - above, bottom.newEnd() + below, out);
    out.append(" @@\n");
    int at = top.start() - above;
    for (Change change : changes) {
      writeLines(' ', before, at, change.start(), out);
      writeLines('-', before, change.start(), change.end(), out);
      writeLines('+', after, change.newStart(), change.newEnd(), out);
      at = change.end();
    }
    writeLines(' ', before, at, bottom.end() + below, out);
  }

  /** A range of no lines is told by the line before it. */
  private static void writeRange(String mark, int start, int end, Appendable out)
      throws IOException {
    int count = end - start;
    out.append(mark).append(Integer.toString(count == 0 ? start : start + 1));
    if (count != 1) {
      out.append(',').append(Integer.toString(count));
    }
  }

  private void writeLines(char mark, Side side, int from, int to, Appendable out)
      throws IOException {
    for (int i = from; i < to; i++) {
      String line = shown(side, i);
      out.append(mark).append(line).append(line.endsWith("\n") ? "" : NO_BREAK);
    }
  }

  private boolean holdsSecret(Side side, int line) {
    int start = side.starts[line];
    int end = start + side.lines.get(line).length();
    List<SecretSpan> spans = redactor.spansFrom(side.file, start + 1);
    return !spans.isEmpty() && spans.get(0).start() < end;
  }

  private String shown(Side side, int line) {
    String text = side.lines.get(line);
    if (!holdsSecret(side, line)) {
      return text;
    }
    int start = side.starts[line];
    StringBuilder shown = new StringBuilder();
    int at = 0;
    for (SecretSpan span : redactor.spansFrom(side.file, start + 1)) {
      if (span.start() >= start + text.length()) {
        break;
      }
      shown.append(text, at, Math.max(at, span.start() - start)).append(Redactor.HIDDEN);
      at = Math.max(at, Math.min(text.length(), span.end() - start));
    }
    shown.append(text, at, text.length());
    boolean cut = text.endsWith("\n") && !shown.toString().endsWith("\n");
    return cut ? shown.append('\n').toString() : shown.toString();
  }
}
