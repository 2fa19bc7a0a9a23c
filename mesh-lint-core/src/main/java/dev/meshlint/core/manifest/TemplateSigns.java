package dev.meshlint.core.manifest;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlProblem;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a text is no YAML because it is a template. A template inside a scalar is text and breaks nothing, so
 * only those count that stand where YAML has its own marks, at or before the place of the error.
 */
final class TemplateSigns {
  /** What nobody begins a value with in YAML. */
  private static final String[] OPENERS = {"{{", "{%", "<%"};

  /** What begins a list of lists, too: only what is written between them tells. */
  private static final String BRACKETS = "[[";

  private static final Set<String> KEYWORDS =
      Set.of("if", "else", "end", "range", "with", "define", "template", "block", "include");

  private TemplateSigns() {}

  static boolean explain(List<YamlProblem> problems) {
    int examined = 0;
    for (YamlProblem problem : problems) {
      if (problem.rule().equals("yaml-syntax")) {
        int end = endOfLineAfter(problem);
        if (isTemplate(problem, examined, end)) {
          return true;
        }
        examined = Math.max(examined, end);
      }
    }
    return false;
  }

  private static int endOfLineAfter(YamlProblem problem) {
    SourceFile file = problem.file();
    int line = Math.min(file.line(problem.start()) + 1, file.lineCount());
    return line < file.lineCount() ? file.lineStart(line + 1) : file.text().length();
  }

  /** Whether a template begins in the document before the end; what was examined for another problem is not again. */
  private static boolean isTemplate(YamlProblem problem, int examined, int end) {
    String text = problem.file().text();
    int line = startOfDocument(text, examined, Math.min(problem.start(), end));
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

  private static int startOfDocument(String text, int examined, int from) {
    int start = from;
    while (start > examined && !text.startsWith("\n---", start - 1)) {
      start--;
    }
    return Math.max(start, examined);
  }

  /** Whether a template begins where a key, a value or an item of a list would. */
  private static boolean isTemplateLine(String text, int start, int end) {
    char quote = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (opens(text, i)) {
        return true;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#' && (i == start || text.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return false;
  }

  private static boolean opens(String text, int at) {
    for (String opener : OPENERS) {
      if (text.startsWith(opener, at)) {
        return true;
      }
    }
    return text.startsWith(BRACKETS, at) && isAction(text, at + BRACKETS.length());
  }

  /**
   * Whether an action of a template begins here and ends on the same line: what is written of {@code [[ .Values.name ]]},
   * {@code [[- if eq .Values.a "b" ]]}, {@code [[ end ]]} and {@code [[NAME]]-blue}, and not of {@code [[a, b], [c]]}.
   */
  private static boolean isAction(String text, int from) {
    int start = text.startsWith("-", from) ? from + 1 : from;
    int end = text.indexOf("]]", start);
    int next = end + "]]".length();
    if (end < 0 || text.lastIndexOf('\n', end) >= start) {
      return false;
    }
    String action = text.substring(start, end).strip();
    if (action.isEmpty() || action.indexOf(',') >= 0) {
      return false;
    }
    return ".$".indexOf(action.charAt(0)) >= 0
        || isCall(action)
        || (next < text.length() && isPartOfName(text.charAt(next)));
  }

  private static boolean isCall(String action) {
    int end = 0;
    while (end < action.length() && Character.isLetter(action.charAt(end))) {
      end++;
    }
    if (KEYWORDS.contains(action.substring(0, end))) {
      return true;
    }
    String given = action.substring(end).strip();
    return end > 0 && !given.isEmpty() && ".$(\"`".indexOf(given.charAt(0)) >= 0;
  }

  private static boolean isPartOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '/';
  }
}
