package dev.meshlint.core.report;

import dev.meshlint.core.finding.Place;
import org.jspecify.annotations.Nullable;

/** What characters do to a terminal. */
final class Terminal {
  /** What stands for a character that must not reach a terminal. */
  static final int REPLACEMENT = 0xfffd;

  private Terminal() {}

  /** Whether a character is shown as itself: no control character, and none that turns the direction of text. */
  static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> codePoint == 0x200d || codePoint == 0xad;
      default -> true;
    };
  }

  /** A sentence without what a terminal would obey. */
  static String clean(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (clean == null && !isHarmless(codePoint)) {
        clean = new StringBuilder(text.substring(0, i));
      }
      if (clean != null) {
        clean.appendCodePoint(isHarmless(codePoint) ? codePoint : REPLACEMENT);
      }
      i += Character.charCount(codePoint);
    }
    return clean == null ? text : clean.toString();
  }

  /** How many columns a character takes: none, one, or two for those of East Asian scripts and pictures. */
  static int width(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      case Character.FORMAT -> codePoint == 0x200d ? 0 : 1;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  /** How many columns a text takes. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += width(codePoint);
      i += Character.charCount(codePoint);
    }
    return width;
  }

  /** A place as terminals and editors turn it into a link. */
  static String address(Place place) {
    String name = clean(place.file().name());
    // Lines that begin so are orders to the servers that run builds.
    boolean isOrder = name.startsWith("::") || name.startsWith("##");
    return (isOrder ? "./" : "") + name + ":" + place.line() + ":" + place.column();
  }

  /** A text that leads to an address (OSC 8); the text alone where that is null or would be more than an address. */
  static String link(String text, @Nullable String address) {
    return address == null || !isAddress(address)
        ? text
        : "\u001b]8;;" + address + "\u001b\\" + text + "\u001b]8;;\u001b\\";
  }

  /** Whether a text has only what may stand in an address. */
  private static boolean isAddress(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x115f)
        || (codePoint >= 0x2e80 && codePoint <= 0xa4cf)
        || (codePoint >= 0xac00 && codePoint <= 0xd7a3)
        || (codePoint >= 0xf900 && codePoint <= 0xfaff)
        || (codePoint >= 0xfe30 && codePoint <= 0xfe6f)
        || (codePoint >= 0xff01 && codePoint <= 0xff60)
        || (codePoint >= 0xffe0 && codePoint <= 0xffe6)
        || (codePoint >= 0x1f300 && codePoint <= 0x1f64f)
        || (codePoint >= 0x1f680 && codePoint <= 0x1f6ff)
        || (codePoint >= 0x1f900 && codePoint <= 0x1f9ff)
        || (codePoint >= 0x20000 && codePoint <= 0x3fffd);
  }
}
