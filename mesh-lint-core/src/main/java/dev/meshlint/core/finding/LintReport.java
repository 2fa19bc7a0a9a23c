package dev.meshlint.core.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a run. Immutable.
 *
 * @param findings all findings that were not suppressed, ordered by file, place and rule
 * @param suppressed findings that a comment, an annotation or the configuration suppressed
 * @param skipped what was not linted, with the reason
 * @param errors what made the run itself fail: paths that are missing or cannot be read; a sentence each
 * @param files how many files were read as manifests
 * @param resources how many resources were linted
 * @param repaired how many findings were repaired before these were found
 * @param baseline what the baseline did; null without one
 */
public record LintReport(
    List<Finding> findings,
    List<SuppressedFinding> suppressed,
    List<Skipped> skipped,
    List<String> errors,
    int files,
    int resources,
    int repaired,
    @Nullable BaselineUse baseline) {
  /** Makes the lists unmodifiable. */
  public LintReport {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    skipped = List.copyOf(skipped);
    errors = List.copyOf(errors);
  }

  /** A report of a run without repairs and without baseline. */
  public LintReport(
      List<Finding> findings,
      List<SuppressedFinding> suppressed,
      List<Skipped> skipped,
      List<String> errors,
      int files,
      int resources) {
    this(findings, suppressed, skipped, errors, files, resources, 0, null);
  }

  /** The same with other findings, of which these are left out: a baseline lists some of them. */
  public LintReport withFindings(List<Finding> others, @Nullable BaselineUse use) {
    return new LintReport(others, suppressed, skipped, errors, files, resources, repaired, use);
  }

  /** The same after repairs. */
  public LintReport withRepaired(int count) {
    return new LintReport(findings, suppressed, skipped, errors, files, resources, count, baseline);
  }

  /** The same with more that made the run fail. */
  public LintReport withErrors(List<String> more) {
    List<String> all = new ArrayList<>(errors);
    all.addAll(more);
    return new LintReport(findings, suppressed, skipped, all, files, resources, repaired, baseline);
  }

  /** How many findings have this severity. */
  public int count(Severity severity) {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.severity() == severity) {
        count++;
      }
    }
    return count;
  }

  /** Whether a finding is at least this bad. */
  public boolean hasAtLeast(Severity severity) {
    for (Finding finding : findings) {
      if (finding.severity().compareTo(severity) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Fails if there is an error, if the run itself failed, or if nothing was linted; for tests without a framework.
   *
   * @throws AssertionError with a line for each error, as {@code file:line:column: message [rule]}
   */
  public void check() {
    StringBuilder lines = new StringBuilder();
    errors.forEach(error -> lines.append(error).append('\n'));
    if (isEmpty()) {
      lines.append("nothing was linted\n");
    }
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        Place place = finding.place();
        lines.append(place.file().name()).append(':').append(place.line()).append(':');
        lines.append(place.column()).append(": ").append(finding.message());
        lines.append(" [").append(finding.rule()).append("]\n");
      }
    }
    if (!lines.isEmpty()) {
      throw new AssertionError(lines.toString());
    }
  }

  /** Whether there was nothing to lint: no resource, and no file with a finding. Mostly a wrong path. */
  public boolean isEmpty() {
    return resources == 0 && findings.isEmpty() && (baseline == null || baseline.known().isEmpty());
  }

  /** Whether the run itself failed, so that findings may be missing: a path was unreadable, or a rule threw. */
  public boolean hasFailed() {
    return !errors.isEmpty() || hasInternalError();
  }

  /** Whether a rule threw. */
  public boolean hasInternalError() {
    for (Finding finding : findings) {
      if (finding.rule().equals("internal-error")) {
        return true;
      }
    }
    return false;
  }
}
