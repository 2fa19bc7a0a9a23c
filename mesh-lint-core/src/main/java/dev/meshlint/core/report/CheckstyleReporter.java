package dev.meshlint.core.report;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The report as Checkstyle's XML, which many servers and editors read. */
public final class CheckstyleReporter implements Reporter {
  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n");
    for (Map.Entry<String, List<Finding>> file : ByFile.of(report).entrySet()) {
      out.append("  <file");
      XmlText.attribute(out, "name", file.getKey());
      out.append(">\n");
      for (Finding finding : file.getValue()) {
        out.append("    <error");
        XmlText.attribute(out, "line", Integer.toString(finding.place().line()));
        XmlText.attribute(out, "column", Integer.toString(finding.place().column()));
        XmlText.attribute(out, "severity", finding.severity().label());
        XmlText.attribute(out, "message", finding.message());
        XmlText.attribute(out, "source", "mesh-lint." + finding.rule());
        out.append("/>\n");
      }
      out.append("  </file>\n");
    }
    out.append("</checkstyle>\n");
  }
}
