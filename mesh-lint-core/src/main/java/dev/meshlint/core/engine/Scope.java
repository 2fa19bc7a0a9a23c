package dev.meshlint.core.engine;

import dev.meshlint.core.config.RuleOverride;
import dev.meshlint.core.finding.ResourceId;
import dev.meshlint.core.source.PathPatterns;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a part of the configuration is for: some files, namespaces and kinds. */
final class Scope {
  private final RuleOverride scope;
  private final @Nullable PathPatterns paths;
  private final Path directory;

  /**
   * Makes a scope.
   *
   * @param scope the lists of the configuration
   * @param folder the folder that the patterns of paths start from; null if there is no configuration file
   * @param directory the folder that names of files are relative to
   */
  Scope(RuleOverride scope, @Nullable Path folder, Path directory) {
    this.scope = scope;
    this.directory = directory;
    this.paths =
        scope.paths().isEmpty()
            ? null
            : PathPatterns.of(scope.paths(), folder == null ? directory : folder);
  }

  /** Whether it is for something in this file, in this resource if it lies in one. */
  boolean fits(String file, @Nullable ResourceId resource) {
    return scope.fits(resource) && (paths == null || paths.matches(directory.resolve(file)));
  }
}
