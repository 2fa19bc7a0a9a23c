package dev.meshlint.maven;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.baseline.Baseline;
import dev.meshlint.core.config.ConfigException;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.finding.Finding;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** A baseline: the findings that it lists are not reported. By default .mesh-lint-baseline.yaml where it exists. */
  @Parameter(property = "meshlint.baseline")
  private @Nullable File baseline;

  /** The project's folder. */
  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private File basedir = new File(".");

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("mesh-lint is skipped");
      return;
    }
    List<String> paths = paths();
    if (paths.isEmpty()) {
      getLog().info("no manifests: none of " + String.join(", ", UsualFolders.NAMES) + " exists");
      return;
    }
    try {
      run(paths);
    } catch (ConfigException | IllegalArgumentException e) {
      throw new MojoExecutionException("mesh-lint is not set up: " + e.getMessage(), e);
    }
  }

  /**
   * Does what the goal is for.
   *
   * @param paths what to lint; not empty
   */
  abstract void run(List<String> paths) throws MojoExecutionException, MojoFailureException;

  private List<String> paths() {
    return areNamed() ? listed(sources) : UsualFolders.in(basedir);
  }

  /** Whether somebody said what to lint. */
  final boolean areNamed() {
    return !listed(sources).isEmpty();
  }

  /** The folder that paths are relative to. */
  final Path directory() {
    return basedir.toPath().toAbsolutePath().normalize();
  }

  /** The configuration file that holds; null if there is none. */
  final @Nullable Path configFile() {
    return config == null ? LintConfig.find(directory()) : config.toPath();
  }

  /** The file of the baseline, whether it exists or not. */
  final Path baselineFile() {
    return baseline == null ? directory().resolve(Baseline.FILE) : baseline.toPath();
  }

  /** The settings that hold. */
  final LintConfig config() {
    Path file = configFile();
    LintConfig read = file == null ? LintConfig.DEFAULT : LintConfig.load(file, directory());
    return read.withPatterns(listed(includes), listed(excludes));
  }

  private static List<String> listed(@Nullable List<String> patterns) {
    return patterns == null ? List.of() : patterns;
  }

  /** A linter with the configuration, without a baseline. */
  final MeshLint.Builder linter() {
    return MeshLint.builder().directory(directory()).config(config());
  }

  /** The same with the baseline, if there is one. */
  final MeshLint.Builder linterWithBaseline() {
    MeshLint.Builder builder = linter();
    if (baseline != null || Files.exists(baselineFile())) {
      builder.baseline(Baseline.load(baselineFile()));
    }
    return builder;
  }

  static LintRequest request(List<String> paths) {
    return LintRequest.of(paths);
  }

  /** Says a finding, with its place in the form that IDEs make a link of. */
  final void log(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(directory().resolve(finding.place().file().name())).append(":[");
    text.append(finding.place().line()).append(',').append(finding.place().column());
    text.append("] ").append(finding.message());
    if (finding.help() != null) {
      text.append(" (").append(finding.help()).append(')');
    }
    text.append(" [").append(finding.rule()).append(']');
    switch (finding.severity()) {
      case ERROR -> getLog().error(text);
      case WARNING -> getLog().warn(text);
      case INFO -> getLog().info(text);
    }
  }
}
