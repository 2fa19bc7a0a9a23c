package dev.meshlint.core.yaml;

/** Cuts a text at the lines that start documents. */
final class DocumentPieces {
  private DocumentPieces() {}

  /**
   * The end of the piece that starts here: where the next document starts, its directives included. In a stream of JSON
   * objects, which kubectl reads too, a brace at the start of a line starts one.
   */
  static int end(String text, int from) {
    boolean json = text.charAt(from) == '{';
    boolean directives = false;
    boolean content = false;
    for (int at = from; at < text.length(); at = Lines.nextLine(text, at)) {
      char c = text.charAt(at);
      if (Lines.isSeparator(text, at)) {
        if (content || !directives && at > from) {
          return directivesStart(text, from, at);
        }
        content = true;
      } else if (json && c == '{' && at > from) {
        return at;
      } else if (c == '%') {
        directives = true;
      } else if (c != '#' && !Lines.isBreak(c)) {
        content = true;
      }
    }
    return text.length();
  }

  /** Directives belong to the document after them; they are allowed only behind a document end, {@code ...}. */
  private static int directivesStart(String text, int from, int separator) {
    int at = separator;
    boolean directives = false;
    while (at > from) {
      int before = Lines.previousLine(text, at);
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
}
