package dev.meshlint.core.engine;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * Finds secrets in texts inside a manifest, such as property files, JSON and URLs: what follows {@code password=}, {@code
 * "apiKey":} and their like. Linear in the size of the text.
 */
final class SecretAssignments {
  private static final List<String> NAMES =
      List.of(
          "password",
          "passwd",
          "apikey",
          "api_key",
          "api-key",
          "secretkey",
          "secret_key",
          "secret-key",
          "secret_access_key",
          "clientsecret",
          "client_secret",
          "client-secret",
          "accesstoken",
          "access_token",
          "access-token",
          "auth_token",
          "auth-token",
          "session_token",
          "session-token");

  /** What ends a value, or begins one that is no plain text. */
  private static final String ENDS = "\"'\\,;&<>{}[]()";

  private static final String REFERENCES = "$<{[|>*&!%#";

  private SecretAssignments() {}

  /** Calls back with start and end of every secret. */
  static void find(String text, BiConsumer<Integer, Integer> found) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      // A letter became two: offsets would not fit.
      lower = text;
    }
    for (String name : NAMES) {
      int covered = 0;
      for (int at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
        covered = findValue(text, at + name.length(), covered, found);
      }
    }
  }

  /** Finds the value after a name, unless it is a part of the one that ends at {@code covered}; gives what is covered now. */
  private static int findValue(
      String text, int from, int covered, BiConsumer<Integer, Integer> found) {
    int at = skip(text, from, "\\\"' ");
    if (at >= text.length() || (text.charAt(at) != '=' && text.charAt(at) != ':')) {
      return covered;
    }
    int start = skip(text, at + 1, "\\\"' ");
    if (start < covered) {
      return covered;
    }
    int end = start;
    while (end < text.length() && text.charAt(end) > ' ' && ENDS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (end > start && REFERENCES.indexOf(text.charAt(start)) < 0) {
      found.accept(start, end);
    }
    return end;
  }

  private static int skip(String text, int from, String skipped) {
    int at = from;
    while (at < text.length() && skipped.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
