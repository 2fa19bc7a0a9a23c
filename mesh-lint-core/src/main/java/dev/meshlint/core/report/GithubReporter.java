package dev.meshlint.core.report;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Place;
import java.io.IOException;

/** The report as workflow commands of GitHub Actions, which shows them on the lines of a change. */
public final class GithubReporter implements Reporter {
  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    for (Finding finding : report.findings()) {
      Place place = finding.place();
      out.append(
          switch (finding.severity()) {
            case ERROR -> "::error";
            case WARNING -> "::warning";
            case INFO -> "::notice";
          });
      out.append(" file=").append(property(place.file().name()));
      out.append(",line=").append(Integer.toString(place.line()));
      out.append(",endLine=").append(Integer.toString(place.endLine()));
      out.append(",col=").append(Integer.toString(place.column()));
      out.append(",endColumn=").append(Integer.toString(place.endColumn()));
      out.append(",title=").append(property(finding.rule()));
      out.append("::").append(data(finding.message()));
      if (finding.help() != null) {
        out.append(data(" (" + finding.help() + ")"));
      }
      out.append('\n');
    }
  }

  private static String data(String text) {
    return Terminal.clean(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
