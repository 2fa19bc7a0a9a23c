package dev.meshlint.core.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in words for people what the engine says about a syntax error. */
final class SyntaxProblems {
  private SyntaxProblems() {}

  static YamlProblem of(
      ParsedText parsed, CodePoints codePoints, MarkedYamlEngineException failure, int fallback) {
    Optional<Mark> mark = failure.getProblemMark().or(failure::getContextMark);
    int at = mark.isPresent() ? codePoints.offset(mark.get().getIndex()) : fallback;
    at = Math.min(at, parsed.text().length());
    PlaceMap places = parsed.places();
    String problem = failure.getProblem();
    return new YamlProblem(
        "yaml-syntax",
        problem == null || problem.isEmpty() ? "cannot be read as YAML" : problem,
        parsed.file(),
        places.start(at),
        places.end(at),
        -1,
        null,
        null);
  }
}
