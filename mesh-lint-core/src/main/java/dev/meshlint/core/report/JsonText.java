package dev.meshlint.core.report;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes JSON, one value after the other. A library would cost more to load than the report to write. */
final class JsonText {
  private final Appendable out;
  private boolean first = true;

  JsonText(Appendable out) {
    this.out = out;
  }

  JsonText beginObject() throws IOException {
    return begin('{');
  }

  JsonText endObject() throws IOException {
    return end('}');
  }

  JsonText beginArray() throws IOException {
    return begin('[');
  }

  JsonText endArray() throws IOException {
    return end(']');
  }

  /** A key; its value follows. */
  JsonText key(String name) throws IOException {
    separate();
    quote(name);
    out.append(':');
    first = true;
    return this;
  }

  JsonText value(@Nullable String text) throws IOException {
    separate();
    if (text == null) {
      out.append("null");
    } else {
      quote(text);
    }
    return this;
  }

  /** A key with an object that holds nothing but a text, as SARIF has them. */
  JsonText text(String name, String text) throws IOException {
    return key(name).beginObject().key("text").value(text).endObject();
  }

  JsonText value(long number) throws IOException {
    separate();
    out.append(Long.toString(number));
    return this;
  }

  JsonText value(boolean flag) throws IOException {
    separate();
    out.append(flag ? "true" : "false");
    return this;
  }

  /** A line break before the next value, which means nothing to readers of JSON. */
  JsonText newLine() throws IOException {
    if (!first) {
      out.append(',');
      first = true;
    }
    out.append('\n');
    return this;
  }

  private JsonText begin(char bracket) throws IOException {
    separate();
    out.append(bracket);
    first = true;
    return this;
  }

  private JsonText end(char bracket) throws IOException {
    out.append(bracket);
    first = false;
    return this;
  }

  private void separate() throws IOException {
    if (!first) {
      out.append(',');
    }
    first = false;
  }

  private void quote(String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' '
              || (c >= 0x7f && c < 0xa0)
              || c == '\u2028'
              || c == '\u2029'
              || isLoneSurrogate(text, i)) {
            String hex = Integer.toHexString(0x10000 | c).substring(1).toLowerCase(Locale.ROOT);
            out.append("\\u").append(hex);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
