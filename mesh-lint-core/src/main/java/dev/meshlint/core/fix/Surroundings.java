package dev.meshlint.core.fix;

import dev.meshlint.core.yaml.Lines;

/** The piece of a file in which an edit decides what stands there. */
final class Surroundings {
  private Surroundings() {}

  /** Where it starts: for an edit of lines behind the last content before it, else at the edit. */
  static int start(TextEdit edit) {
    if (!changesLines(edit)) {
      return edit.start();
    }
    String text = edit.file().text();
    int line = Lines.lineStart(text, edit.start());
    if (!isEmpty(text, line, edit.start())) {
      return edit.start();
    }
    while (line > 0) {
      int above = Lines.lineStart(text, line - 1);
      if (!isEmpty(text, above, line)) {
        break;
      }
      line = above;
    }
    return Math.max(0, line - 1);
  }

  /** Where it ends: for an edit of lines at the first content behind it, else with the edit. */
  static int end(TextEdit edit) {
    if (!changesLines(edit)) {
      return edit.end();
    }
    String text = edit.file().text();
    int line = edit.end();
    while (line < text.length() && isEmpty(text, line, Lines.nextLine(text, line))) {
      line = Lines.nextLine(text, line);
    }
    return Math.min(text.length(), line + 1);
  }

  private static boolean changesLines(TextEdit edit) {
    return hasBreak(edit.text(), 0, edit.text().length())
        || hasBreak(edit.file().text(), edit.start(), edit.end());
  }

  private static boolean hasBreak(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Lines.isBreak(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line holds nothing but blanks and a comment. */
  private static boolean isEmpty(String text, int from, int to) {
    int at = from;
    while (at < to && (Lines.isBlank(text.charAt(at)) || Lines.isBreak(text.charAt(at)))) {
      at++;
    }
    return at >= to || text.charAt(at) == '#';
  }
}
