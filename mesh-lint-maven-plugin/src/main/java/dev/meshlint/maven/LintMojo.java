package dev.meshlint.maven;

import dev.meshlint.core.config.ConfigException;
import dev.meshlint.core.finding.Finding;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that lint have in common. */
abstract class LintMojo extends AbstractMojo {
  /** Leaves the goal out. */
  @Parameter(property = "meshlint.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The folders and files to lint, understood together; by default src/main/kubernetes, src/main/k8s, k8s, deploy and
   * manifests, as far as they exist.
   */
  @Parameter(property = "meshlint.sources")
  private @Nullable List<String> sources;

  /** Patterns of the files to take from folders, in the grammar of .gitignore; by default those of the configuration. */
  @Parameter(property = "meshlint.includes")
  private @Nullable List<String> includes;

  /** Patterns of files and folders to leave out, besides those of the configuration. */
  @Parameter(property = "meshlint.excludes")
  private @Nullable List<String> excludes;

  /** The configuration file; by default .mesh-lint.yaml of the project's folder or of one above it. */
  @Parameter(property = "meshlint.config")
  private @Nullable File config;

  /**
   * A baseline: the findings that it lists are not reported. By default that of the configuration,
   * or .mesh-lint-baseline.yaml, where it exists.
   */
  @Parameter(property = "meshlint.baseline")
  private @Nullable File baseline;

  /** The project's folder; without a project, the one where Maven was called. */
  @Parameter(defaultValue = "${basedir}", readonly = true)
  private File basedir = new File(".");

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("mesh-lint is skipped");
      return;
    }
    LintSetup setup = LintSetup.of(basedir, sources, includes, excludes, config, baseline);
    if (setup.paths().isEmpty()) {
      getLog().info("no manifests: none of " + String.join(", ", UsualFolders.NAMES) + " exists");
      return;
    }
    try {
      run(setup);
    } catch (ConfigException | IllegalArgumentException e) {
      throw new MojoExecutionException("mesh-lint is not set up: " + e.getMessage(), e);
    }
  }

  /**
   * Does what the goal is for.
   *
   * @param setup what to lint, and how; there is at least one path
   */
  abstract void run(LintSetup setup) throws MojoExecutionException, MojoFailureException;

  /** Says a finding, with its place in the form that IDEs make a link of. */
  final void log(Finding finding, LintSetup setup) {
    StringBuilder text = new StringBuilder();
    text.append(setup.directory().resolve(finding.place().file().name())).append(":[");
    text.append(finding.place().line()).append(',').append(finding.place().column());
    text.append("] ").append(Sentences.of(finding));
    switch (finding.severity()) {
      case ERROR -> getLog().error(text);
      case WARNING -> getLog().warn(text);
      case INFO -> getLog().info(text);
    }
  }
}
