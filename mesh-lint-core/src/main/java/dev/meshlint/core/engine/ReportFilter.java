package dev.meshlint.core.engine;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Related;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of a report what has to do with some files: findings in them, and findings elsewhere that name a place in them or
 * that are repaired there.
 */
public final class ReportFilter {
  private final Set<Path> paths;
  private final Path directory;

  private ReportFilter(Set<Path> paths, Path directory) {
    this.paths = paths;
    this.directory = directory;
  }

  /**
   * Makes a filter.
   *
   * @param files files and folders; those that do not exist are no mistake, as a change may delete them
   * @param directory the absolute folder to which they and the names in reports are relative
   */
  public static ReportFilter of(List<String> files, Path directory) {
    Set<Path> paths = new HashSet<>();
    for (String file : files) {
      @Nullable Path path = path(file, directory);
      if (path != null) {
        paths.add(path);
      }
    }
    return new ReportFilter(paths, directory);
  }

  private static @Nullable Path path(String name, Path directory) {
    try {
      return directory.resolve(name).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** The report without all other findings. A failure of the run itself is always told. */
  public LintReport apply(LintReport report) {
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.rule().equals(RuleLevels.INTERNAL_ERROR) || concerns(finding)) {
        kept.add(finding);
      }
    }
    return report.withFindings(kept, report.baseline());
  }

  private boolean concerns(Finding finding) {
    if (holds(finding.place().file())) {
      return true;
    }
    for (Related related : finding.related()) {
      if (holds(related.place().file())) {
        return true;
      }
    }
    for (Fix fix : finding.fixes()) {
      for (TextEdit edit : fix.edits()) {
        if (holds(edit.file())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a file or a folder around it is meant. */
  private boolean holds(SourceFile file) {
    Source source = file.source();
    Path known = source == null ? null : source.path();
    Path path = known == null ? path(file.name(), directory) : known;
    while (path != null) {
      if (paths.contains(path)) {
        return true;
      }
      path = path.getParent();
    }
    return false;
  }
}
