package dev.meshlint.core.yaml;

import org.jspecify.annotations.Nullable;

/** Makes problems of a syntax error: what classes that explain errors share. */
abstract class ProblemWording {
  final EngineError error;
  final String text;
  final ParsedText parsed;

  ProblemWording(ParsedText parsed, EngineError error) {
    this.parsed = parsed;
    this.error = error;
    this.text = error.text();
  }

  final YamlProblem valueBeginsWith(int start) {
    if (start >= text.length() || Lines.isBreak(text.charAt(start))) {
      return other();
    }
    int end = start + Character.charCount(text.codePointAt(start));
    return quote("value begins with \"" + text.substring(start, end) + "\"", start);
  }

  final YamlProblem quote(String message, int start) {
    int end = Lines.contentEnd(text, start);
    String value = text.substring(start, end);
    boolean shows = value.length() <= 60 && value.indexOf('"') < 0 && value.indexOf('\\') < 0;
    return problem(
        message,
        start,
        end,
        shows ? "quote the value: \"" + value + "\"" : "quote the whole value");
  }

  final YamlProblem other() {
    String words = error.problem();
    return problem(
        words.isEmpty() ? "cannot be read as YAML" : "cannot be read as YAML: " + words,
        error.at(),
        error.at(),
        null);
  }

  final int column(int offset) {
    return offset - Lines.lineStart(text, offset) + 1;
  }

  final YamlProblem related(YamlProblem problem, String message) {
    int start = parsed.places().start(error.contextAt());
    return new YamlProblem(
        problem.rule(),
        problem.message(),
        problem.file(),
        problem.start(),
        problem.end(),
        start,
        start,
        message,
        problem.help());
  }

  final YamlProblem problem(String message, int start, int end, @Nullable String help) {
    return parsed.problem("yaml-syntax", message, start, end, help);
  }
}
