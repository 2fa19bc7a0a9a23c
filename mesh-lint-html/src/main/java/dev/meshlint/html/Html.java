package dev.meshlint.html;

/**
 * Writes HTML and SVG. Texts and values of attributes are always escaped; what is markup is written by the methods for it
 * only. Used by one thread.
 */
public final class Html {
  private static final char REPLACEMENT = '\ufffd';

  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Begins an element; its attributes may follow. */
  public Html open(String element) {
    out.append('<').append(element).append('>');
    return this;
  }

  /**
   * Begins an element with attributes.
   *
   * @param attributes names and values by turns
   */
  public Html open(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  /** Ends an element. */
  public Html close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  /** An element that holds a text. */
  public Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /** A text. */
  public Html text(String text) {
    escape(text);
    return this;
  }

  /** A line break in the source, for those who read that. */
  public Html line() {
    out.append('\n');
    return this;
  }

  /** What is markup, style or script already. Never anything that comes from a manifest. */
  public Html raw(String markup) {
    out.append(markup);
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(isAllowed(text, i) ? c : REPLACEMENT);
      }
    }
  }

  /** Whether a character may occur: no control character, none that turns the direction of writing, no half of a pair. */
  private static boolean isAllowed(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    boolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return c == '\n' || c == '\t' || (c >= ' ' && c < 0x7f) || (c >= 0xa0 && c < 0xfffe && !turns);
  }

  /** What was written. */
  @Override
  public String toString() {
    return out.toString();
  }
}
