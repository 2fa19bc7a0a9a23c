package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * A token of HTTP (RFC 7230, section 3.2.6): names of header fields and methods.
 *
 * <p>Thread-safe.
 */
public final class HttpToken {
  private static final String MARKS = "!#$%&'*+-.^_`|~";

  private HttpToken() {}

  /** Whether this is a token. */
  public static boolean isToken(String text) {
    return problem(text) == null;
  }

  /** What is wrong with a token, as a clause; null if nothing is. */
  public static @Nullable String problem(String text) {
    if (text.isEmpty()) {
      return "it is empty";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Ascii.isAlphanumeric(c) && MARKS.indexOf(c) < 0) {
        return DnsNames.characterProblem(c, "letters, digits and any of " + MARKS);
      }
    }
    return null;
  }

  /**
   * What is wrong with a name of which Istio takes only letters, digits, {@code -} and {@code _}:
   * headers that carry claims of a token.
   */
  public static @Nullable String strictProblem(String text) {
    if (text.isEmpty()) {
      return "it is empty";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Ascii.isAlphanumeric(c) && c != '-' && c != '_') {
        return DnsNames.characterProblem(c, "letters, digits, \"-\" and \"_\"");
      }
    }
    return null;
  }
}
