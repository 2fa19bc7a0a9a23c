package dev.meshlint.core.schema;

import org.jspecify.annotations.Nullable;

/** A look at the syntax of expressions (CEL): quotes, brackets, and operators without a side. */
final class Expressions {
  private static final String BINARY = "+*/%=<>&|.,?:";

  private Expressions() {}

  static @Nullable String problem(String expression) {
    String text = expression.strip();
    if (text.isEmpty()) {
      return "it is empty";
    }
    StringBuilder open = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        int end = closing(text, i);
        if (end < 0) {
          return "a quote is not closed";
        }
        i = end;
      } else if ("([{".indexOf(c) >= 0) {
        open.append(c);
      } else if (")]}".indexOf(c) >= 0) {
        int last = open.length() - 1;
        if (last < 0 || "([{".indexOf(open.charAt(last)) != ")]}".indexOf(c)) {
          return Values.quote(String.valueOf(c)) + " closes nothing";
        }
        open.setLength(last);
      }
    }
    if (!open.isEmpty()) {
      return Values.quote(open.substring(open.length() - 1)) + " is not closed";
    }
    char last = text.charAt(text.length() - 1);
    return BINARY.indexOf(last) >= 0 || last == '-' || last == '!'
        ? "nothing follows " + Values.quote(String.valueOf(last))
        : BINARY.indexOf(text.charAt(0)) >= 0 && text.charAt(0) != '.'
            ? "nothing stands before " + Values.quote(text.substring(0, 1))
            : null;
  }

  /** The offset of the quote that closes the one here; -1 if there is none. */
  private static int closing(String text, int start) {
    char quote = text.charAt(start);
    String triple = String.valueOf(quote).repeat(3);
    if (text.startsWith(triple, start)) {
      int end = text.indexOf(triple, start + 3);
      return end < 0 ? -1 : end + 2;
    }
    boolean raw = start > 0 && "rR".indexOf(text.charAt(start - 1)) >= 0;
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && !raw) {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }
}
