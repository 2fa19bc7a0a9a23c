package dev.meshlint.maven;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.baseline.Baseline;
import dev.meshlint.core.config.LintConfig;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a goal make of a run. Immutable.
 *
 * @param directory the folder that paths are relative to
 * @param named the folders and files that somebody named; empty for the usual folders
 * @param includes patterns of the files to take from folders
 * @param excludes patterns of what to leave out
 * @param namedConfig the configuration file that somebody named
 * @param namedBaseline the baseline that somebody named
 */
record LintSetup(
    Path directory,
    List<String> named,
    List<String> includes,
    List<String> excludes,
    @Nullable File namedConfig,
    @Nullable File namedBaseline) {

  /** Takes parameters as Maven gives them. */
  static LintSetup of(
      File basedir,
      @Nullable List<String> sources,
      @Nullable List<String> includes,
      @Nullable List<String> excludes,
      @Nullable File config,
      @Nullable File baseline) {
    Path directory = basedir.toPath().toAbsolutePath().normalize();
    return new LintSetup(
        directory, listed(sources), listed(includes), listed(excludes), config, baseline);
  }

  private static List<String> listed(@Nullable List<String> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /** What to lint; empty if nobody named anything and none of the usual folders exists. */
  List<String> paths() {
    return named.isEmpty() ? UsualFolders.in(directory.toFile()) : named;
  }

  /** The configuration file that holds; null if there is none. */
  @Nullable Path configFile() {
    return namedConfig == null ? LintConfig.find(directory) : namedConfig.toPath();
  }

  /** The file of the baseline, whether it exists or not. */
  Path baselineFile() {
    if (namedBaseline != null) {
      return namedBaseline.toPath();
    }
    Path configured = config().baselineFrom(directory);
    return configured == null ? directory.resolve(Baseline.FILE) : configured;
  }

  /** The settings that hold. */
  LintConfig config() {
    Path file = configFile();
    LintConfig read = file == null ? LintConfig.DEFAULT : LintConfig.load(file, directory);
    return read.withPatterns(includes, excludes);
  }

  /** A linter with the configuration, without a baseline. */
  MeshLint.Builder linter() {
    return MeshLint.builder().directory(directory).config(config().withBaseline(null));
  }

  /** The same with the baseline, if there is one. */
  MeshLint.Builder linterWithBaseline() {
    MeshLint.Builder builder = linter();
    if (namedBaseline != null || Files.exists(baselineFile())) {
      builder.baseline(Baseline.load(baselineFile()));
    }
    return builder;
  }
}
