package dev.meshlint.core.report;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import java.io.IOException;

/** The report as a Markdown table, for summaries of pipelines and comments on changes. */
public final class MarkdownReporter implements Reporter {
  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    out.append("## mesh-lint\n\n").append(Summary.line(report)).append('\n');
    if (report.findings().isEmpty()) {
      return;
    }
    out.append("\n| severity | place | finding | rule |\n|---|---|---|---|\n");
    for (Finding finding : report.findings()) {
      out.append("| ").append(finding.severity().label());
      out.append(" | ").append(cell(finding.place().file().name()));
      out.append(':').append(Integer.toString(finding.place().line()));
      out.append(" | ").append(cell(finding.message()));
      if (finding.help() != null) {
        out.append("; ").append(cell(finding.help()));
      }
      out.append(" | `").append(finding.rule()).append("` |\n");
    }
  }

  private static String cell(String text) {
    return Terminal.clean(
        text.replace("\\", "\\\\")
            .replace("|", "\\|")
            .replace("<", "&lt;")
            .replace("*", "\\*")
            .replace("`", "\\`")
            .replace("[", "\\[")
            .replace("\n", " "));
  }
}
