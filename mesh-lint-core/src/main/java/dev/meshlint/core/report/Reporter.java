package dev.meshlint.core.report;

import dev.meshlint.core.finding.LintReport;
import java.io.IOException;

/** Writes a report in one format. The same report gives the same text. */
public interface Reporter {
  /**
   * Writes the report.
   *
   * @throws IOException if it cannot be written
   */
  void write(LintReport report, Appendable out) throws IOException;
}
