package dev.meshlint.core.fix;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.Lines;
import dev.meshlint.core.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes a piece of a collection in brackets together with its comma. */
final class Commas {
  private Commas() {}

  /**
   * The edits that remove a piece.
   *
   * @param start where the piece starts
   * @param end where it ends, before any comma
   * @param before the piece before it, or null for the first one
   */
  static List<TextEdit> remove(
      SourceFile file, int start, int end, @Nullable YamlNode before, boolean beforeIsWritten) {
    String text = file.text();
    if (!startsAlone(text, start)) {
      return List.of();
    }
    int comma = Lines.skipToContent(text, end);
    if (comma < text.length() && text.charAt(comma) == ',') {
      int after = comma + 1;
      if (Layout.firstInLine(text, start) && Layout.lastInLine(text, after)) {
        return List.of(
            new TextEdit(file, Lines.lineStart(text, start), Lines.nextLine(text, after), ""));
      }
      return List.of(new TextEdit(file, start, Lines.skipBlanks(text, after), ""));
    }
    if (before == null) {
      return List.of(new TextEdit(file, start, end, ""));
    }
    int commaBefore = beforeIsWritten ? Lines.skipToContent(text, before.end()) : -1;
    if (commaBefore < 0 || commaBefore >= start || text.charAt(commaBefore) != ',') {
      return List.of();
    }
    if (Layout.isSpace(text, commaBefore + 1, start)) {
      return List.of(new TextEdit(file, commaBefore, end, ""));
    }
    // A comment stands between the comma and the piece.
    return List.of(
        new TextEdit(file, commaBefore, commaBefore + 1, ""), new TextEdit(file, start, end, ""));
  }

  /** Whether nothing that belongs to the piece, such as an anchor, stands before it on its line. */
  private static boolean startsAlone(String text, int start) {
    int before = start;
    while (before > 0 && Lines.isBlank(text.charAt(before - 1))) {
      before--;
    }
    return before == 0 || "{[,\r\n".indexOf(text.charAt(before - 1)) >= 0;
  }
}
