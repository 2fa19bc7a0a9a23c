package dev.meshlint.core.report;

import dev.meshlint.core.engine.Redactor;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Related;
import dev.meshlint.core.fix.Fix;
import java.io.IOException;

/** The report for people at a terminal: each finding with the line it is on, then a summary. */
public final class TextReporter implements Reporter {
  /** How much of it is written. */
  public enum Detail {
    /** One line a finding, no summary. */
    QUIET,
    /** Findings with their lines, and a summary. */
    NORMAL,
    /** All that, and every file that was skipped. */
    VERBOSE
  }

  private final Style style;
  private final Detail detail;

  /**
   * Makes a reporter.
   *
   * @param colour whether the text may hold ANSI escapes
   * @param detail how much of the report is written
   */
  public TextReporter(boolean colour, Detail detail) {
    this.style = colour ? Style.COLOUR : Style.PLAIN;
    this.detail = detail;
  }

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    Redactor redactor = new Redactor();
    for (Finding finding : report.findings()) {
      writeHead(finding, out);
      if (detail != Detail.QUIET) {
        writeBody(finding, redactor, out);
        out.append('\n');
      }
    }
    if (detail != Detail.QUIET) {
      Summary.write(report, detail == Detail.VERBOSE, out);
    }
  }

  private void writeHead(Finding finding, Appendable out) throws IOException {
    String unresolved = finding.certainty() == Certainty.UNRESOLVED ? ", unresolved" : "";
    out.append(style.bold(address(finding.place())))
        .append(": ")
        .append(style.severity(finding.severity(), finding.severity().label()))
        .append(": ")
        .append(style.bold(Terminal.clean(finding.message())))
        .append(' ')
        .append(style.dim("[" + finding.rule() + unresolved + "]"))
        .append('\n');
  }

  private void writeBody(Finding finding, Redactor redactor, Appendable out) throws IOException {
    Place place = finding.place();
    String number = Integer.toString(place.line());
    String margin = " ".repeat(number.length());
    if (!place.file().text().isEmpty()) {
      FrameLine line = FrameLine.of(place.file(), place.line(), place.start(), redactor);
      Frame frame = Frame.around(line, place);
      out.append(style.dim(margin + " |")).append('\n');
      out.append(style.dim(number + " |")).append(' ').append(frame.text()).append('\n');
      out.append(style.dim(margin + " |"))
          .append(' ')
          .append(" ".repeat(frame.start()))
          .append(style.severity(finding.severity(), "^".repeat(frame.length())))
          .append('\n');
    }
    for (Related related : finding.related()) {
      writeNote(margin, address(related.place()) + ": " + related.message(), out);
    }
    String help = finding.help();
    if (help != null) {
      writeNote(margin, "help: " + help, out);
    }
    for (Fix fix : finding.fixes()) {
      writeNote(margin, (fix.safe() ? "fix: " : "unsafe fix: ") + fix.description(), out);
    }
  }

  private void writeNote(String margin, String note, Appendable out) throws IOException {
    out.append(style.dim(margin + " =")).append(' ').append(Terminal.clean(note)).append('\n');
  }

  private static String address(Place place) {
    return Terminal.clean(place.file().name()) + ":" + place.line() + ":" + place.column();
  }
}
