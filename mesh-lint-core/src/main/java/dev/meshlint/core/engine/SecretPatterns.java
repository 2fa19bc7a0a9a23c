package dev.meshlint.core.engine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.BiConsumer;

/**
 * Finds what is secret wherever it stands: private keys, tokens, credentials of HTTP and in URLs. Linear in the size of the
 * text.
 */
final class SecretPatterns {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String PRIVATE_KEY = "PRIVATE KEY";

  /** Shorter lines of letters are words. */
  private static final int SHORTEST_LINE = 16;

  private static final int SHORTEST_CREDENTIAL = 8;

  /** What stands before user, password and host of a URL. */
  private static final String AUTHORITY = "://";

  /** How every PEM text starts in base64. */
  static final String ENCODED = "LS0tLS1CRUdJTi";

  /** How every JSON web token starts: <code>{"</code> in base64. */
  private static final String TOKEN = "eyJ";

  private SecretPatterns() {}

  /** Calls back with start and end of every secret. */
  static void find(String text, BiConsumer<Integer, Integer> found) {
    findPrivateKeys(text, found);
    findEncodedKeys(text, found);
    findTokens(text, found);
    findCredentials(text, "Bearer ", found);
    findCredentials(text, "Basic ", found);
    findPasswordsOfUrls(text, found);
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

  /** Private keys in base64, as in Secrets and in the values of charts; the lines of a block belong together. */
  private static void findEncodedKeys(String text, BiConsumer<Integer, Integer> found) {
    for (int at = text.indexOf(ENCODED); at >= 0; at = text.indexOf(ENCODED, at)) {
      int end = endOfLine(text, at);
      int next = startOfEncodedLine(text, end);
      while (next >= 0) {
        end = endOfLine(text, next);
        next = startOfEncodedLine(text, end);
      }
      if (decoded(text.substring(at, end)).contains(PRIVATE_KEY)) {
        found.accept(at, end);
      }
      at = end;
    }
  }

  private static int endOfLine(String text, int from) {
    int end = from;
    while (end < text.length() && isEncoded(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where the next line goes on with nothing but base64; -1 where it does not. */
  private static int startOfEncodedLine(String text, int from) {
    int start = from;
    while (start < text.length() && text.charAt(start) <= ' ') {
      start++;
    }
    if (start == from || text.substring(from, start).indexOf('\n') < 0) {
      return -1;
    }
    int end = endOfLine(text, start);
    boolean whole = end == text.length() || text.charAt(end) <= ' ';
    return whole && end - start >= SHORTEST_LINE ? start : -1;
  }

  private static String decoded(String encoded) {
    try {
      return new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return PRIVATE_KEY;
    }
  }

  private static boolean isEncoded(char c) {
    return isBase64(c) || c == '+' || c == '/' || c == '=';
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

  /** What an Authorization header holds after the name of its scheme: letters and digits, no word. */
  private static void findCredentials(
      String text, String scheme, BiConsumer<Integer, Integer> found) {
    for (int at = text.indexOf(scheme); at >= 0; at = text.indexOf(scheme, at + 1)) {
      int start = at + scheme.length();
      int end = start;
      boolean plain = true;
      while (end < text.length()
          && (isEncoded(text.charAt(end)) || ".~".indexOf(text.charAt(end)) >= 0)) {
        plain &= text.charAt(end) >= 'a' && text.charAt(end) <= 'z';
        end++;
      }
      if (!plain && end - start >= SHORTEST_CREDENTIAL) {
        found.accept(start, end);
      }
    }
  }

  /** The password of {@code scheme://user:password@host}. */
  private static void findPasswordsOfUrls(String text, BiConsumer<Integer, Integer> found) {
    for (int at = text.indexOf(AUTHORITY); at >= 0; at = text.indexOf(AUTHORITY, at + 1)) {
      int colon = -1;
      int end = at + AUTHORITY.length();
      while (end < text.length() && isUserInformation(text.charAt(end))) {
        colon = colon < 0 && text.charAt(end) == ':' ? end : colon;
        end++;
      }
      boolean isPassword = end < text.length() && text.charAt(end) == '@';
      if (isPassword && colon >= 0 && colon + 1 < end) {
        found.accept(colon + 1, end);
      }
    }
  }

  private static boolean isUserInformation(char c) {
    return c > ' ' && "@/\"'<>`".indexOf(c) < 0;
  }

  private static boolean isBase64(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
