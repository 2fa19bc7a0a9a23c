package dev.meshlint.core.yaml;

/** The escapes of double quotes that the API server's reader refuses and the engine takes. Pure functions. */
final class Escapes {
  private static final int HEXADECIMAL = 16;

  private Escapes() {}

  /**
   * The first escape that is half a character, such as {@code \ud83d}, or -1. JSON writes characters as two halves; YAML
   * does not.
   *
   * @param text the text
   * @param start the opening quote
   * @param end the offset after the closing quote
   */
  static int half(String text, int start, int end) {
    for (int i = start; i + 1 < end; i++) {
      if (text.charAt(i) != '\\') {
        continue;
      }
      int digits = text.charAt(i + 1) == 'u' ? 4 : text.charAt(i + 1) == 'U' ? 8 : 0;
      if (digits > 0 && i + 2 + digits < end) {
        int character = Integer.parseInt(text, i + 2, i + 2 + digits, HEXADECIMAL);
        if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
          return i;
        }
      }
      i++;
    }
    return -1;
  }
}
