package dev.meshlint.core.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The grammar of URL paths in routes. */
final class Paths {
  private static final String MARKS = "-._~!$&'()*+,;=:@/";

  private Paths() {}

  /** RFC 3986 path characters and {@code %XX}. */
  static @Nullable String charactersProblem(String path) {
    if (path.isEmpty()) {
      return "it is empty";
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%') {
        if (!isHex(path, i + 1) || !isHex(path, i + 2)) {
          return "\"%\" must be followed by two hexadecimal digits";
        }
      } else if (!Texts.isAlphanumeric(c) && MARKS.indexOf(c) < 0) {
        return Texts.character(c);
      }
    }
    return null;
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 128;
  }

  /** The path of an Exact or PathPrefix match of the Gateway API. */
  static @Nullable String gatewayProblem(String path) {
    if (!path.startsWith("/")) {
      return "it does not begin with \"/\"";
    }
    for (String wrong : new String[] {"//", "/./", "/../"}) {
      if (path.contains(wrong)) {
        return "it has \"" + wrong + "\"";
      }
    }
    if (path.toLowerCase(Locale.ROOT).contains("%2f")) {
      return "it has an escaped \"/\"";
    }
    if (path.endsWith("/.") || path.endsWith("/..")) {
      return "it ends with \"" + path.substring(path.lastIndexOf('/')) + '"';
    }
    return charactersProblem(path);
  }
}
