package dev.meshlint.core.manifest;

import dev.meshlint.core.source.NonManifests;
import dev.meshlint.core.source.SkipReason;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceError;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.source.SourceProblem;
import dev.meshlint.core.source.SourceReader;
import dev.meshlint.core.yaml.Names;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and parses sources, several at a time. What is no manifest is not kept. */
final class FileLoader {
  /** Below this number of sources, threads cost more than they save. */
  private static final int WORTH_THREADS = 16;

  /** Files larger than this part of the largest are parsed one at a time: two at once might need too much memory. */
  private static final int LARGE = 16;

  private static final String MENTIONS_US = "mesh-lint";

  private final ManifestOptions options;
  private final NonManifests others;
  private final SourceReader reader;

  FileLoader(ManifestOptions options, NonManifests others) {
    this.options = options;
    this.others = others;
    this.reader = new SourceReader(options.largestFile());
  }

  /**
   * What came of one source; one of the parts is there.
   *
   * @param file the file that was parsed
   * @param skipped why there is none
   * @param error why it could not be read
   */
  record Outcome(
      @Nullable LoadedFile file, @Nullable SkipReason skipped, @Nullable SourceError error) {}

  /** What came of each source, in their order. */
  Outcome[] load(List<Source> sources) {
    Outcome[] outcomes = new Outcome[sources.size()];
    Workers.run(
        outcomes.length,
        outcomes.length < WORTH_THREADS ? 1 : options.jobs(),
        () -> {
          Names names = new Names();
          return i -> outcomes[i] = load(sources.get(i), names);
        });
    return outcomes;
  }

  private Outcome load(Source source, Names names) {
    SkipReason byPlace = others.byPlace(source);
    if (byPlace != null) {
      return new Outcome(null, byPlace, null);
    }
    SourceReader.Reading reading = reader.read(source);
    SourceProblem problem = reading.problem();
    SourceFile file = reading.file();
    if (file == null) {
      return problem == null
          ? new Outcome(null, reading.skipped(), reading.error())
          : loaded(LoadedFile.of(source, LoadedFile.nothing(problem.file()), problem));
    }
    SkipReason byText = others.byText(source, file.text());
    if (byText != null) {
      return new Outcome(null, byText, null);
    }
    boolean comments = !source.context() && file.text().contains(MENTIONS_US);
    return loaded(LoadedFile.of(source, parse(file, comments, names), problem));
  }

  private YamlFile parse(SourceFile file, boolean comments, Names names) {
    if (file.text().length() <= options.largestFile() / LARGE) {
      return YamlReader.read(file, options.limits(), comments, names);
    }
    synchronized (reader) {
      return YamlReader.read(file, options.limits(), comments, names);
    }
  }

  private static Outcome loaded(LoadedFile file) {
    return new Outcome(file, null, null);
  }
}
