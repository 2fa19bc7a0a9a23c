package dev.meshlint.core.report;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The findings of each file, in the order of the report. */
final class ByFile {
  private ByFile() {}

  static Map<String, List<Finding>> of(LintReport report) {
    Map<String, List<Finding>> files = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      files.computeIfAbsent(finding.place().file().name(), name -> new ArrayList<>(4)).add(finding);
    }
    return files;
  }
}
