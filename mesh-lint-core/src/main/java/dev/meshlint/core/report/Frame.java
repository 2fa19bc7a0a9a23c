package dev.meshlint.core.report;

import dev.meshlint.core.finding.Place;

/**
 * The part of a line that is shown, and what of it is underlined.
 *
 * @param text the text
 * @param start the column, from 0, of the underline
 * @param length its length, at least 1
 */
record Frame(String text, int start, int length) {
  /** Longer lines, as generated files have them, are cut around the place. */
  static final int LONGEST = 160;

  /** What stands for the rest of what is cut. */
  static final String CUT = "…";

  private static final int BEFORE = 60;

  /** The line with the first character of a place; a place on several lines is underlined to the end of the first. */
  static Frame around(FrameLine line, Place place) {
    int start = line.column(place.start());
    int end = Math.max(start + 1, line.column(place.end()));
    boolean isLong = line.width() > LONGEST || line.cutBefore() || line.cutAfter();
    int from = isLong && start > BEFORE ? start - BEFORE : 0;
    int to = Math.min(line.width(), from + LONGEST);
    boolean cutBefore = from > 0 || line.cutBefore();
    boolean cutAfter = to < line.width() || line.cutAfter();
    String shown = (cutBefore ? CUT : "") + line.slice(from, to) + (cutAfter ? CUT : "");
    int shift = (cutBefore ? CUT.length() : 0) - from;
    int shownEnd = Math.max(start + 1, Math.min(end, Math.max(to, start + 1)));
    return new Frame(shown.stripTrailing(), start + shift, shownEnd - start);
  }
}
