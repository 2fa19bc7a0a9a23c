package dev.meshlint.test;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.report.TextReporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

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
    return hasNothingFrom(Severity.ERROR);
  }

  /** Fails if there is an error or a warning. */
  public LintReportAssert hasNoWarnings() {
    return hasNothingFrom(Severity.WARNING);
  }

  /** Fails if there is any finding at all, also what is unresolved or for information. */
  public LintReportAssert hasNoFindings() {
    return hasNothingFrom(Severity.INFO);
  }

  private LintReportAssert hasNothingFrom(Severity least) {
    isComplete();
    if (actual.hasAtLeast(least)) {
      failWithMessage(
          "%s",
          "expected no finding from severity " + least.label() + " on, but found:\n\n" + text());
    }
    return this;
  }

  /** Fails unless this rule reported something. */
  public LintReportAssert hasFindingOf(String rule) {
    isComplete();
    for (Finding finding : actual.findings()) {
      if (finding.rule().equals(rule)) {
        return this;
      }
    }
    failWithMessage("%s", "expected a finding of " + rule + ", but found:\n\n" + text());
    return this;
  }

  /** Fails if this rule reported something. */
  public LintReportAssert hasNoFindingOf(String rule) {
    isComplete();
    for (Finding finding : actual.findings()) {
      if (finding.rule().equals(rule)) {
        failWithMessage("%s", "expected no finding of " + rule + ", but found:\n\n" + text());
      }
    }
    return this;
  }

  /** Fails if this rule reported something of this severity or above; shows its findings only. */
  LintReportAssert hasNothingOf(String rule, Severity least) {
    isComplete();
    List<Finding> own = new ArrayList<>();
    boolean bad = false;
    for (Finding finding : actual.findings()) {
      if (finding.rule().equals(rule)) {
        own.add(finding);
        bad |= finding.severity().compareTo(least) >= 0;
      }
    }
    if (bad) {
      LintReport only =
          new LintReport(own, List.of(), List.of(), List.of(), actual.files(), actual.resources());
      failWithMessage("%s", text(only));
    }
    return this;
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

  private String text() {
    return text(actual);
  }

  private static String text(LintReport report) {
    StringBuilder text = new StringBuilder();
    try {
      new TextReporter(false, TextReporter.Detail.NORMAL).write(report, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
