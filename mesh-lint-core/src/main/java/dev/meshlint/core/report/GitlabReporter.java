package dev.meshlint.core.report;

import dev.meshlint.core.baseline.Fingerprints;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The report as GitLab's code quality JSON. Fingerprints do not change when lines move. */
public final class GitlabReporter implements Reporter {
  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    JsonText json = new JsonText(out);
    Fingerprints fingerprints = new Fingerprints();
    Map<String, Integer> seen = new HashMap<>();
    json.beginArray();
    for (Finding finding : report.findings()) {
      String fingerprint = fingerprints.of(finding);
      int count = seen.merge(fingerprint, 1, Integer::sum);
      json.newLine().beginObject();
      json.key("description").value(finding.message());
      json.key("check_name").value(finding.rule());
      json.key("fingerprint").value(count == 1 ? fingerprint : fingerprint + "-" + count);
      json.key("severity")
          .value(
              switch (finding.severity()) {
                case ERROR -> "major";
                case WARNING -> "minor";
                case INFO -> "info";
              });
      json.key("location").beginObject();
      json.key("path").value(finding.place().file().name());
      json.key("lines").beginObject();
      json.key("begin").value(finding.place().line());
      json.key("end").value(finding.place().endLine());
      json.endObject().endObject().endObject();
    }
    json.endArray();
    out.append('\n');
  }
}
