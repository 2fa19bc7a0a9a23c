package dev.meshlint.core;

import dev.meshlint.core.baseline.Baseline;
import dev.meshlint.core.baseline.Judged;
import dev.meshlint.core.engine.ReportFilter;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.source.GitChanges;
import dev.meshlint.core.source.PastSources;
import dev.meshlint.core.source.SourceQuery;
import dev.meshlint.core.source.SourceSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Takes out of reports what the request is not about. */
final class FocusedLinter {
  private static final Judged NOTHING = new Judged(Set.of(), Set.of(), rule -> false);

  private FocusedLinter() {}

  /** Lints sources without further ado. */
  interface Linter {
    /** The report on sources. */
    LintReport lint(SourceSet sources);
  }

  /** A linter whose reports hold what the focus is on. */
  static Linter of(Focus focus, SourceQuery query, SourceSet sources, Linter linter) {
    if (focus.since() != null) {
      UnaryOperator<LintReport> filter = newSince(focus.since(), query, sources, linter);
      return one -> filter.apply(linter.lint(one));
    }
    if (!focus.files().isEmpty()) {
      ReportFilter filter = ReportFilter.of(focus.files(), query.workingDirectory());
      return one -> filter.apply(linter.lint(one));
    }
    return linter;
  }

  /** What the sources at a commit gave too is a baseline that is made on the spot. */
  private static UnaryOperator<LintReport> newSince(
      String commit, SourceQuery query, SourceSet sources, Linter linter) {
    Path directory = query.workingDirectory();
    try {
      SourceSet past = PastSources.of(sources, query, GitChanges.since(commit, directory));
      Baseline before = Baseline.of(linter.lint(past), directory.resolve(Baseline.FILE), directory);
      return report ->
          report.withFindings(before.apply(report, NOTHING).findings(), report.baseline());
    } catch (IOException e) {
      String message = Objects.requireNonNullElse(e.getMessage(), "git fails");
      return report -> report.withErrors(List.of(message));
    }
  }
}
