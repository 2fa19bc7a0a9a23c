package dev.meshlint.html.layout;

/**
 * How wide a text is about, in pixels. Fonts differ from reader to reader, so it is measured for the wider ones of those that
 * browsers take: rather a gap at the end than a name that runs out of its box.
 */
final class TextWidth {
  private TextWidth() {}

  static double of(String text, double size) {
    double width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += of(text.codePointAt(i));
    }
    return width * size;
  }

  private static double of(int c) {
    if (c >= 0x1100) {
      return 1.05;
    }
    if ("ijl.,:;'|!()[] /".indexOf(c) >= 0) {
      return 0.37;
    }
    if ("frt-\"".indexOf(c) >= 0) {
      return 0.43;
    }
    if ("mwMW@%".indexOf(c) >= 0) {
      return 0.98;
    }
    return Character.isUpperCase(c) ? 0.74 : 0.64;
  }

  /** The text, cut to a width. */
  static String cut(String text, double size, double width) {
    if (of(text, size) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && of(text.substring(0, end), size) + size > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "\u2026";
  }
}
