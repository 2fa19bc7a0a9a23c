package dev.meshlint.test;

import dev.meshlint.core.finding.LintReport;

/**
 * The entry to assertions on reports:
 *
 * <pre>{@code
 * assertThat(MeshLint.withDefaults().lint(Path.of("deploy"))).hasNoErrors();
 * }</pre>
 */
public final class MeshLintAssertions {
  private MeshLintAssertions() {}

  /** Begins an assertion on a report. */
  public static LintReportAssert assertThat(LintReport report) {
    return new LintReportAssert(report);
  }
}
