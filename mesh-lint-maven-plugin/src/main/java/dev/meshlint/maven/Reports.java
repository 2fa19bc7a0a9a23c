package dev.meshlint.maven;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.report.ReportFormat;
import dev.meshlint.core.report.ReportedMesh;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The reports of a build.
 *
 * @param folder where they are written
 * @param formats their formats
 */
record Reports(Path folder, List<ReportFormat> formats) {
  /**
   * Lints.
   *
   * @param meshes takes what was understood, if one of the reports shows it
   */
  LintReport lint(LintSetup setup, List<ReportedMesh> meshes) {
    MeshLint.Builder linter = setup.linterWithBaseline();
    if (formats.contains(ReportFormat.HTML)) {
      linter.observer((report, all) -> meshes.addAll(all));
    }
    return linter.build().lint(LintRequest.of(setup.paths()));
  }

  /** Writes them. */
  void write(LintReport report, List<ReportedMesh> meshes) throws MojoExecutionException {
    try {
      Files.createDirectories(folder);
      for (ReportFormat format : formats) {
        try (Writer writer = Files.newBufferedWriter(folder.resolve(format.fileName()))) {
          format.reporter(meshes, Reports.class.getClassLoader()).write(report, writer);
        }
      }
    } catch (IOException e) {
      throw new MojoExecutionException("reports cannot be written: " + e.getMessage(), e);
    }
  }
}
