package dev.meshlint.core.schema;

import org.jspecify.annotations.Nullable;

/** Header values that Envoy formats: <code>%%</code>, <code>%VARIABLE%</code> and <code>%VARIABLE(argument)%</code>. */
final class EnvoyHeaderValues {
  private EnvoyHeaderValues() {}

  static @Nullable String problem(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' && c != '\t' || c == 127) {
        return "it has a control character";
      }
    }
    int at = 0;
    while (at < value.length()) {
      if (value.charAt(at) != '%') {
        at++;
      } else if (at + 1 < value.length() && value.charAt(at + 1) == '%') {
        at += 2;
      } else {
        int end = variable(value, at + 1);
        if (end < 0) {
          return "a single \"%\" begins a variable such as \"%REQ(name)%\": write \"%%\" for the sign itself";
        }
        at = end;
      }
    }
    return null;
  }

  /** The offset after a variable that begins here; -1 if there is none. */
  private static int variable(String value, int start) {
    int at = start;
    while (at < value.length() && isNameCharacter(value.charAt(at))) {
      at++;
    }
    if (at == start || at == value.length()) {
      return -1;
    }
    if (value.charAt(at) == '(') {
      int depth = 0;
      boolean quoted = false;
      for (; at < value.length(); at++) {
        char c = value.charAt(at);
        quoted = (c == '"') != quoted;
        depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0) {
          break;
        }
      }
      at++;
    }
    while (at < value.length() && value.charAt(at) != '%' && value.charAt(at) == ':') {
      at++;
      while (at < value.length() && Texts.isAlphanumeric(value.charAt(at))) {
        at++;
      }
    }
    return at < value.length() && value.charAt(at) == '%' ? at + 1 : -1;
  }

  private static boolean isNameCharacter(char c) {
    return Texts.isAlphanumeric(c) || c == '_';
  }
}
