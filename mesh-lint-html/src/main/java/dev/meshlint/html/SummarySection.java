package dev.meshlint.html;

import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.util.Locale;

/** The head of the page: what was found, in how much. */
final class SummarySection {
  private SummarySection() {}

  static void write(LintReport report, Html html) {
    String found = Counts.found(report);
    String verdict = found.substring(0, 1).toUpperCase(Locale.ROOT) + found.substring(1);
    html.open("header", "class", "top " + worst(report)).line();
    html.element("p", "mesh-lint report", "class", "brand").line();
    html.element("h1", verdict).line();
    html.open("p", "class", "scope")
        .text(Counts.of(report.files(), "file"))
        .text(", ")
        .text(Counts.of(report.resources(), "resource"));
    if (!report.suppressed().isEmpty()) {
      html.text(", ").text(Counts.of(report.suppressed().size(), "suppressed finding"));
    }
    if (!report.skipped().isEmpty()) {
      html.text(", ").text(Counts.of(report.skipped().size(), "file")).text(" not linted");
    }
    html.close("p").line();
    for (String error : report.errors()) {
      html.element("p", "The run itself failed: " + error, "class", "failure").line();
    }
    html.close("header").line();
  }

  private static String worst(LintReport report) {
    for (Severity severity : new Severity[] {Severity.ERROR, Severity.WARNING, Severity.INFO}) {
      if (report.count(severity) > 0) {
        return severity.label();
      }
    }
    return "clean";
  }
}
