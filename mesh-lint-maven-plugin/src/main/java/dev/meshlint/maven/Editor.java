package dev.meshlint.maven;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.Severity;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.codehaus.plexus.build.BuildContext;

/** The IDE that runs a build, which shows errors and warnings at their lines. */
final class Editor {
  private final BuildContext context;

  Editor(BuildContext context) {
    this.context = context;
  }

  /** Whether what it showed after the last build still stands there. */
  boolean remembers() {
    return context.isIncremental();
  }

  /**
   * Shows findings instead of those that were shown before. What is for information only is left out: an IDE would make a
   * warning of it.
   *
   * @param files all files that may have been shown with findings before
   * @param directory the folder that the names of files are relative to
   */
  void show(List<Finding> findings, Collection<Path> files, Path directory) {
    files.forEach(file -> context.removeMessages(file.toFile()));
    for (Finding finding : findings) {
      if (finding.severity() != Severity.INFO) {
        context.addMessage(
            directory.resolve(finding.place().file().name()).toFile(),
            finding.place().line(),
            finding.place().column(),
            Sentences.of(finding),
            finding.severity() == Severity.ERROR
                ? BuildContext.SEVERITY_ERROR
                : BuildContext.SEVERITY_WARNING,
            null);
      }
    }
  }
}
