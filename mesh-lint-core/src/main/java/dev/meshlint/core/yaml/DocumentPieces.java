package dev.meshlint.core.yaml;

/** Cuts a text at the lines that start documents. */
final class DocumentPieces {
  private DocumentPieces() {}

  /** The end of the piece that starts here: where the next document starts, its directives included. */
  static int end(String text, int from) {
    int separator = Lines.documentStart(text, Lines.nextLine(text, from));
    return separator == text.length() ? separator : directivesStart(text, from, separator);
  }

  /** Directives belong to the document after them; they are allowed only behind a document end, {@code ...}. */
  private static int directivesStart(String text, int from, int separator) {
    int at = separator;
    boolean directives = false;
    while (at > from) {
      int before = previousLine(text, at);
      char c = before < at ? text.charAt(before) : ' ';
      if (text.startsWith("...", before)) {
        return directives ? at : separator;
      }
      if (c == '%') {
        directives = true;
      } else if (c != '#' && !Lines.isBreak(c)) {
        return separator;
      }
      at = before;
    }
    return separator;
  }

  private static int previousLine(String text, int lineStart) {
    int at = lineStart - 1;
    if (at > 0 && text.charAt(at) == '\n' && text.charAt(at - 1) == '\r') {
      at--;
    }
    return Lines.lineStart(text, Math.max(at, 0));
  }
}
