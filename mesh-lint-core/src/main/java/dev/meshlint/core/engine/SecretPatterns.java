package dev.meshlint.core.engine;

import java.util.function.BiConsumer;

/** Finds what is secret wherever it stands: private keys and tokens. Linear in the size of the text. */
final class SecretPatterns {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String PRIVATE_KEY = "PRIVATE KEY";

  /** How every JSON web token starts: <code>{"</code> in base64. */
  private static final String TOKEN = "eyJ";

  private SecretPatterns() {}

  /** Calls back with start and end of every secret. */
  static void find(String text, BiConsumer<Integer, Integer> found) {
    findPrivateKeys(text, found);
    findTokens(text, found);
  }

  private static void findPrivateKeys(String text, BiConsumer<Integer, Integer> found) {
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
      int title = text.indexOf("-----", at + BEGIN.length());
      if (title < 0) {
        return;
      }
      if (text.substring(at, title).contains(PRIVATE_KEY)) {
        int end = text.indexOf(END, title);
        int close = end < 0 ? -1 : text.indexOf("-----", end + END.length());
        int stop = close < 0 ? text.length() : close + 5;
        found.accept(at, stop);
        at = stop - 1;
      }
    }
  }

  /** Three parts of base64 with dots between them. */
  private static void findTokens(String text, BiConsumer<Integer, Integer> found) {
    for (int at = text.indexOf(TOKEN); at >= 0; at = text.indexOf(TOKEN, at)) {
      int end = at;
      int dots = 0;
      while (end < text.length() && (isBase64(text.charAt(end)) || text.charAt(end) == '.')) {
        dots += text.charAt(end) == '.' ? 1 : 0;
        end++;
      }
      if (dots >= 2) {
        found.accept(at, end);
      }
      at = end;
    }
  }

  private static boolean isBase64(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
