package dev.meshlint.core.manifest;

import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.source.SourceProblem;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source that was read and parsed.
 *
 * @param source the source
 * @param yaml what could be read from it
 * @param unreadable what is wrong with the file before it is YAML; null if nothing is
 */
record LoadedFile(Source source, YamlFile yaml, @Nullable YamlProblem unreadable) {
  static YamlProblem problem(SourceProblem problem) {
    return new YamlProblem(
        problem.rule(),
        problem.message(),
        problem.file(),
        problem.start(),
        problem.end(),
        -1,
        null,
        problem.help());
  }

  static YamlFile nothing(SourceFile file) {
    return new YamlFile(file, List.of(), List.of(), List.of());
  }

  /** Where it lies among the others. */
  String location() {
    return source.location();
  }
}
