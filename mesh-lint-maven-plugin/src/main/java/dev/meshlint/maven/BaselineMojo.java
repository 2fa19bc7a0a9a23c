package dev.meshlint.maven;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.baseline.Baseline;
import dev.meshlint.core.finding.BaselineUse;
import dev.meshlint.core.finding.LintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes the findings of today into the baseline, which the goal check then leaves out. An existing baseline only shrinks:
 * what is repaired is struck out, what is new is not taken in.
 */
@Mojo(name = "baseline", requiresProject = false, threadSafe = true)
public final class BaselineMojo extends LintMojo {
  @Override
  void run(LintSetup setup) throws MojoExecutionException {
    Path file = setup.baselineFile();
    boolean exists = Files.exists(file);
    MeshLint linter = (exists ? setup.linterWithBaseline() : setup.linter()).build();
    LintReport report = linter.lint(LintRequest.of(setup.paths()));
    if (report.hasFailed()) {
      throw new MojoExecutionException("mesh-lint failed: " + report.errors());
    }
    BaselineUse use = report.baseline();
    Baseline written =
        exists && use != null
            ? Baseline.load(file).without(use.gone())
            : Baseline.of(report, file, setup.directory());
    try {
      Files.writeString(file, written.text());
    } catch (IOException e) {
      throw new MojoExecutionException(file + " cannot be written: " + e.getMessage(), e);
    }
    getLog()
        .info(file + " lists " + written.size() + (written.size() == 1 ? " finding" : " findings"));
  }
}
