package dev.meshlint.core.report;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The report as JUnit XML: a suite a file, a case a finding. Errors and warnings are failures, information is a passed case with
 * its text as output; a run without findings is one passed case.
 */
public final class JunitReporter implements Reporter {
  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    Map<String, List<Finding>> files = ByFile.of(report);
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mesh-lint\">\n");
    for (Map.Entry<String, List<Finding>> file : files.entrySet()) {
      begin(file.getKey(), file.getValue().size(), failures(file.getValue()), out);
      for (Finding finding : file.getValue()) {
        write(finding, out);
      }
      out.append("  </testsuite>\n");
    }
    if (files.isEmpty()) {
      begin("mesh-lint", 1, 0, out);
      out.append("    <testcase classname=\"mesh-lint\" name=\"no findings\"/>\n  </testsuite>\n");
    }
    out.append("</testsuites>\n");
  }

  private static void begin(String name, int tests, int failures, Appendable out)
      throws IOException {
    out.append("  <testsuite");
    XmlText.attribute(out, "name", name);
    XmlText.attribute(out, "tests", Integer.toString(tests));
    XmlText.attribute(out, "failures", Integer.toString(failures));
    XmlText.attribute(out, "errors", "0");
    out.append(">\n");
  }

  private static int failures(List<Finding> findings) {
    int failures = 0;
    for (Finding finding : findings) {
      failures += finding.severity() == Severity.INFO ? 0 : 1;
    }
    return failures;
  }

  private static void write(Finding finding, Appendable out) throws IOException {
    String where = finding.resource() == null ? "" : " " + finding.resource();
    out.append("    <testcase");
    XmlText.attribute(out, "classname", finding.place().file().name());
    XmlText.attribute(out, "name", finding.rule() + where + " line " + finding.place().line());
    out.append(">\n      ");
    boolean failure = finding.severity() != Severity.INFO;
    out.append(failure ? "<failure" : "<system-out>");
    if (failure) {
      XmlText.attribute(out, "type", finding.severity().label());
      XmlText.attribute(out, "message", finding.message());
      out.append('>');
    }
    XmlText.escape(text(finding), out);
    out.append(failure ? "</failure>\n" : "</system-out>\n").append("    </testcase>\n");
  }

  private static String text(Finding finding) {
    String text =
        finding.place().file().name()
            + ":"
            + finding.place().line()
            + ":"
            + finding.place().column()
            + ": "
            + finding.message();
    return finding.help() == null ? text : text + " (" + finding.help() + ")";
  }
}
