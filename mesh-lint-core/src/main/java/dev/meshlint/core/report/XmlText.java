package dev.meshlint.core.report;

import java.io.IOException;

/** Writes XML attributes and texts. */
final class XmlText {
  private XmlText() {}

  static void attribute(Appendable out, String name, String value) throws IOException {
    out.append(' ').append(name).append("=\"");
    escape(value, out);
    out.append('"');
  }

  /** Escapes what has a meaning in XML 1.0, and leaves out what must not occur in it. */
  static void escape(String text, Appendable out) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\n', '\r', '\t' -> out.append("&#").append(Integer.toString(c)).append(';');
        default -> {
          if (c >= 0x7f && c < 0xa0) {
            out.append("&#").append(Integer.toString(c)).append(';');
          } else if (c >= ' ' && c != 0xfffe && c != 0xffff) {
            out.append(c);
          } else {
            out.append('?');
          }
        }
      }
    }
  }
}
