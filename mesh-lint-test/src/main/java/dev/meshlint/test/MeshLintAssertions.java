package dev.meshlint.test;

import dev.meshlint.core.finding.LintReport;
import java.util.List;

/**
 * The entry to assertions on reports:
 *
 * <pre>{@code
 * assertThat(lint("deploy")).hasNoErrors();
 * }</pre>
 */
public final class MeshLintAssertions {
  private MeshLintAssertions() {}

  /** Begins an assertion on a report. */
  public static LintReportAssert assertThat(LintReport report) {
    return new LintReportAssert(report);
  }

  /**
   * Lints files and folders, understood together, from the working directory of the tests. The configuration {@code
   * .mesh-lint.yaml} at the first path or above it holds.
   *
   * @throws dev.meshlint.core.config.ConfigException if the configuration is wrong
   */
  public static LintReport lint(String... paths) {
    return ConfiguredRun.on(List.of(paths)).report();
  }
}
