package dev.meshlint.core.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies edits to a text. Stateless, safe for use by several threads. */
public final class EditApplier {
  private EditApplier() {}

  /**
   * The text with all edits made; everything outside them stays as it is.
   *
   * @param text the text that the offsets of the edits count in
   * @param edits the edits in any order; insertions at one place are made in the order given
   * @throws IllegalArgumentException if two edits overlap or one lies outside the text
   */
  public static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end));
    StringBuilder changed = new StringBuilder(text.length() + 64);
    int from = 0;
    for (TextEdit edit : sorted) {
      if (edit.start() < from || edit.end() < edit.start() || edit.end() > text.length()) {
        throw new IllegalArgumentException("edit at " + edit.start() + " overlaps or lies outside");
      }
      changed.append(text, from, edit.start()).append(edit.text());
      from = edit.end();
    }
    return changed.append(text, from, text.length()).toString();
  }
}
