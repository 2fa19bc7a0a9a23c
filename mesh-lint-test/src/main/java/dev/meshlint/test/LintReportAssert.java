package dev.meshlint.test;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.report.TextReporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on a report. Every one of them fails where the run itself failed or nothing was linted, and shows the findings with the
 * lines that they are about.
 */
public final class LintReportAssert extends AbstractAssert<LintReportAssert, LintReport> {
  LintReportAssert(LintReport report) {
    super(report, LintReportAssert.class);
  }

  /** Fails if there is an error. */
  public LintReportAssert hasNoErrors() {
    return hasNone(Severity.ERROR);
  }

  /** Fails if there is an error or a warning. */
  public LintReportAssert hasNoWarnings() {
    return hasNone(Severity.WARNING);
  }

  /** Fails if there is any finding at all, also what is unresolved or for information. */
  public LintReportAssert hasNoFindings() {
    return hasNone(Severity.INFO);
  }

  /** Fails if there is a finding of this severity or above. */
  LintReportAssert hasNone(Severity least) {
    isComplete();
    if (actual.hasAtLeast(least)) {
      failBut("expected no finding from severity " + least.label() + " on");
    }
    return this;
  }

  /** Fails unless this rule reported something. */
  public LintReportAssert hasFindingOf(String rule) {
    return hasFinding("a finding of " + rule, finding -> finding.rule().equals(rule));
  }

  /**
   * Fails unless this rule reported something at this line.
   *
   * @param file the end of the name of the file, such as {@code routes.yaml}
   * @param line the line, from 1
   */
  public LintReportAssert hasFindingAt(String rule, String file, int line) {
    return hasFinding(
        "a finding of " + rule + " at " + file + ":" + line,
        finding ->
            finding.rule().equals(rule)
                && finding.place().line() == line
                && isNamed(finding.place().file().name(), file));
  }

  private static boolean isNamed(String name, String end) {
    return name.equals(end) || name.endsWith("/" + end);
  }

  private LintReportAssert hasFinding(String what, Predicate<Finding> wanted) {
    isComplete();
    if (actual.findings().stream().noneMatch(wanted)) {
      failBut("expected " + what);
    }
    return this;
  }

  /** Fails if this rule reported something. */
  public LintReportAssert hasNoFindingOf(String rule) {
    isComplete();
    if (actual.findings().stream().anyMatch(finding -> finding.rule().equals(rule))) {
      failBut("expected no finding of " + rule);
    }
    return this;
  }

  /** Fails if a rule that is not among these reported something. */
  public LintReportAssert hasOnlyFindingsOf(String... rules) {
    Set<String> expected = Set.of(rules);
    isComplete();
    if (!actual.findings().stream().allMatch(finding -> expected.contains(finding.rule()))) {
      failBut("expected findings of " + String.join(", ", rules) + " only");
    }
    return this;
  }

  /** Goes on without what these rules reported. */
  public LintReportAssert ignoring(String... rules) {
    Set<String> ignored = Set.of(rules);
    return filteredOn(finding -> !ignored.contains(finding.rule()));
  }

  /** Goes on with some of the findings. */
  public LintReportAssert filteredOn(Predicate<Finding> wanted) {
    isNotNull();
    List<Finding> kept = actual.findings().stream().filter(wanted).toList();
    return new LintReportAssert(actual.withFindings(kept, actual.baseline()))
        .as(info.description());
  }

  /** Goes on with the assertions that AssertJ has for lists. */
  public ListAssert<Finding> findings() {
    isComplete();
    return Assertions.assertThat(actual.findings());
  }

  /** Fails if the run itself failed, or if nothing was linted: a test on nothing proves nothing. */
  public LintReportAssert isComplete() {
    isNotNull();
    if (!actual.errors().isEmpty()) {
      failWithMessage("%s", "the run failed: " + actual.errors());
    }
    if (actual.isEmpty()) {
      failWithMessage("%s", "nothing was linted, skipped: " + actual.skipped());
    }
    return this;
  }

  private void failBut(String expectation) {
    failWithMessage("%s", expectation + ", but found:\n\n" + text());
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    try {
      new TextReporter(false, TextReporter.Detail.NORMAL).write(actual, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
