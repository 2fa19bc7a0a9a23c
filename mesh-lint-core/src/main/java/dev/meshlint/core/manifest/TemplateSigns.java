package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlProblem;
import java.util.List;

/**
 * Tells whether a text is no YAML because it is a template. A template inside a scalar is text and breaks nothing, so
 * only those count that stand where YAML has its own marks, at or before the place of the error.
 */
final class TemplateSigns {
  private static final String[] OPENERS = {"{{", "{%", "<%", "[["};

  private TemplateSigns() {}

  static boolean explain(List<YamlProblem> problems) {
    for (YamlProblem problem : problems) {
      if (problem.rule().equals("yaml-syntax") && explains(problem)) {
        return true;
      }
    }
    return false;
  }

  private static boolean explains(YamlProblem problem) {
    String text = problem.file().text();
    int errorLine = Math.min(problem.file().line(problem.start()) + 1, problem.file().lineCount());
    int end =
        errorLine < problem.file().lineCount()
            ? problem.file().lineStart(errorLine + 1)
            : text.length();
    int start = startOfDocument(text, Math.min(problem.start(), end));
    int line = start;
    while (line < end) {
      int next = text.indexOf('\n', line);
      next = next < 0 || next > end ? end : next;
      if (isTemplateLine(text, line, next)) {
        return true;
      }
      line = next + 1;
    }
    return false;
  }

  private static int startOfDocument(String text, int from) {
    int mark = text.lastIndexOf("\n---", from);
    return mark < 0 ? 0 : mark + 1;
  }

  /** Whether a template begins where a key, a value or an item of a list would. */
  private static boolean isTemplateLine(String text, int start, int end) {
    for (String opener : OPENERS) {
      int at = text.indexOf(opener, start);
      while (at >= 0 && at < end) {
        if (isBare(text, start, at)) {
          return true;
        }
        at = text.indexOf(opener, at + opener.length());
      }
    }
    return false;
  }

  /** Whether the line so far is no comment and has no open quote. */
  private static boolean isBare(String text, int start, int at) {
    char quote = 0;
    for (int i = start; i < at; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#' && (i == start || text.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return quote == 0;
  }
}
