package dev.meshlint.core.report;

import dev.meshlint.core.engine.Redactor;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.fix.Fix;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The report for people at a terminal: each finding with the line it is on, then a summary. */
public final class TextReporter implements Reporter {
  /** How much of it is written. */
  public enum Detail {
    /** One line a finding, no summary. */
    QUIET,
    /** Findings with their lines and those of a few places that they speak of, and a summary. */
    NORMAL,
    /** All of these places, and every file that was skipped. */
    VERBOSE
  }

  /** How many of the places that a finding speaks of are shown, where they are more than one more. */
  private static final int MOST_RELATED = 3;

  private final Style style;
  private final Detail detail;
  private final Function<String, @Nullable String> links;

  /**
   * Makes a reporter whose text leads nowhere.
   *
   * @param colour whether the text may hold ANSI escapes
   * @param detail how much of the report is written
   */
  public TextReporter(boolean colour, Detail detail) {
    this(colour, detail, rule -> null);
  }

  /**
   * Makes a reporter for a terminal that follows links (OSC 8).
   *
   * @param colour whether the text may hold ANSI escapes for colours
   * @param detail how much of the report is written
   * @param links the address of what there is to read about a rule, by its id; null for none
   */
  public TextReporter(boolean colour, Detail detail, Function<String, @Nullable String> links) {
    this.style = colour ? Style.COLOUR : Style.PLAIN;
    this.detail = detail;
    this.links = links;
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
    String rule = style.dim("[" + finding.rule() + unresolved + "]");
    out.append(style.bold(Terminal.address(finding.place())))
        .append(": ")
        .append(style.severity(finding.severity(), finding.severity().label()))
        .append(": ")
        .append(style.bold(Terminal.clean(finding.message())))
        .append(' ')
        .append(Terminal.link(rule, links.apply(finding.rule())))
        .append('\n');
  }

  private void writeBody(Finding finding, Redactor redactor, Appendable out) throws IOException {
    int related = finding.related().size();
    boolean all = detail == Detail.VERBOSE || related <= MOST_RELATED + 1;
    int shown = all ? related : MOST_RELATED;
    List<List<Mark>> files = Mark.of(finding, shown);
    String margin = Frames.margin(files);
    new Frames(finding.severity(), style, margin, redactor, out).write(files);
    if (shown < related) {
      writeNote(margin, "and " + (related - shown) + " more places", out);
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
}
