package dev.meshlint.html;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Skipped;
import dev.meshlint.core.finding.SuppressedFinding;
import java.util.Map;
import java.util.TreeMap;

/** What was suppressed, and what was not linted. */
final class NotesSection {
  private NotesSection() {}

  static void write(LintReport report, Html html) {
    if (report.suppressed().isEmpty() && report.skipped().isEmpty()) {
      return;
    }
    html.open("section", "id", "notes", "aria-labelledby", "notes-title").line();
    html.element("h2", "Left out", "id", "notes-title").line();
    if (!report.suppressed().isEmpty()) {
      html.open("details")
          .element("summary", Counts.of(report.suppressed().size(), "suppressed finding"));
      html.open("ul").line();
      for (SuppressedFinding one : report.suppressed()) {
        Finding finding = one.finding();
        html.open("li").element("code", finding.rule()).text(" ").text(finding.message()).text(" ");
        html.element("code", finding.place().file().name() + ":" + finding.place().line());
        html.text(one.reason().isEmpty() ? "" : " (" + one.reason() + ")");
        html.close("li").line();
      }
      html.close("ul").close("details").line();
    }
    if (!report.skipped().isEmpty()) {
      writeSkipped(report, html);
    }
    html.close("section").line();
  }

  private static void writeSkipped(LintReport report, Html html) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (Skipped skipped : report.skipped()) {
      reasons.merge(skipped.reason(), 1, Integer::sum);
    }
    html.open("details")
        .element("summary", Counts.of(report.skipped().size(), "file") + " not linted");
    html.open("ul").line();
    reasons.forEach(
        (reason, count) -> html.element("li", Counts.of(count, "file") + ": " + reason).line());
    html.close("ul").close("details").line();
  }
}
