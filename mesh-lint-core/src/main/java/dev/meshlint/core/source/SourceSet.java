package dev.meshlint.core.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** The same with streams read into memory, so that they can be read several times. */
  public SourceSet buffered() {
    List<Source> buffered = new ArrayList<>(sources.size());
    for (Source source : sources) {
      try {
        buffered.add(source.buffered());
      } catch (IOException e) {
        // Who reads it next is told.
        buffered.add(source);
      }
    }
    return withSources(buffered);
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
