package dev.meshlint.maven;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.finding.FixReport;
import dev.meshlint.core.report.Summary;
import dev.meshlint.core.source.SourceError;
import dev.meshlint.core.source.SourceWriter;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Repairs manifests where a finding carries a fix, and says what is left. Never fails on findings. */
@Mojo(name = "fix", requiresProject = false, threadSafe = true)
public final class FixMojo extends LintMojo {
  /** Whether fixes are made that may change what the manifests mean. */
  @Parameter(property = "meshlint.unsafe", defaultValue = "false")
  private boolean unsafe;

  @Override
  void run(LintSetup setup) throws MojoExecutionException {
    FixReport fixed = setup.linterWithBaseline().build().fix(LintRequest.of(setup.paths()), unsafe);
    List<SourceError> errors = SourceWriter.write(fixed.replacements());
    if (!errors.isEmpty()) {
      throw new MojoExecutionException("manifests cannot be repaired: " + errors);
    }
    fixed.after().findings().forEach(finding -> log(finding, setup));
    getLog().info(Summary.line(fixed.after()));
  }
}
