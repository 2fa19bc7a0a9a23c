package dev.meshlint.html.layout;

import dev.meshlint.html.picture.MeshPicture.Box;

/** How large things are drawn, in pixels. */
final class Sizes {
  static final double BOX = 46;
  static final double TITLE = 13;
  static final double SUBTITLE = 11;
  static final double LABEL = 10.5;
  private static final double NARROWEST = 132;
  private static final double WIDEST = 236;

  /** Room for the mark of the kind at the left, and some at the right. */
  private static final double AROUND_TEXT = 54;

  private Sizes() {}

  /** How wide a box is. */
  static double width(Box box) {
    double text =
        Math.max(TextWidth.of(box.title(), TITLE), TextWidth.of(box.subtitle(), SUBTITLE));
    return Math.ceil(Math.min(WIDEST, Math.max(NARROWEST, text + AROUND_TEXT)));
  }

  /** How wide the texts of a box may be. */
  static double textWidth(double boxWidth) {
    return boxWidth - AROUND_TEXT + 8;
  }
}
