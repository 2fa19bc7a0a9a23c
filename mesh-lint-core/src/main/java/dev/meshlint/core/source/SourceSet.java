package dev.meshlint.core.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be read.
 *
 * @param sources the files, in a stable order: what is linted as the arguments stand, then the context
 * @param skipped what was seen and left out
 * @param errors arguments that lead nowhere
 * @param projectRoot the project that was read as context by itself; null if none was
 */
public record SourceSet(
    List<Source> sources,
    List<SkippedSource> skipped,
    List<SourceError> errors,
    @Nullable Path projectRoot) {
  /** Makes the lists unmodifiable. */
  public SourceSet {
    sources = List.copyOf(sources);
    skipped = List.copyOf(skipped);
    errors = List.copyOf(errors);
  }

  /** The same with other sources. */
  public SourceSet withSources(List<Source> others) {
    return new SourceSet(others, skipped, errors, projectRoot);
  }

  /** These sources, and nothing else. */
  public static SourceSet of(List<Source> sources) {
    return new SourceSet(sources, List.of(), List.of(), null);
  }
}
