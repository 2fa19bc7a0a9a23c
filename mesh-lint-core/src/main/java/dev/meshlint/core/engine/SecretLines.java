package dev.meshlint.core.engine;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds secrets in text that does not parse: in a piece that calls itself a Secret, whatever follows a key that is not
 * known to be harmless. Rather too much is hidden than too little.
 */
final class SecretLines {
  private static final Set<String> HARMLESS =
      Set.of(
          "apiVersion",
          "kind",
          "metadata",
          "name",
          "namespace",
          "type",
          "labels",
          "annotations",
          "data",
          "stringData",
          "immutable",
          "items");

  private static final List<String> MARKS =
      List.of(
          "kind: Secret",
          "kind: \"Secret\"",
          "kind: 'Secret'",
          "\"kind\":\"Secret\"",
          "\"kind\": \"Secret\"");

  private SecretLines() {}

  /** Calls back with start and end of every secret between two offsets. */
  static void find(String text, int from, int to, BiConsumer<Integer, Integer> found) {
    if (!mentionsSecret(text, from, to)) {
      return;
    }
    int start = from;
    while (start < to) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 || newline > to ? to : newline;
      findInLine(text, start, end, found);
      start = end + 1;
    }
  }

  private static boolean mentionsSecret(String text, int from, int to) {
    // Not in the whole text from here on: there may be as many pieces as documents.
    String piece = text.substring(from, to);
    for (String mark : MARKS) {
      if (piece.contains(mark)) {
        return true;
      }
    }
    return false;
  }

  private static void findInLine(
      String text, int from, int to, BiConsumer<Integer, Integer> found) {
    int start = from;
    while (start < to && isBlankOrDash(text.charAt(start))) {
      start++;
    }
    int end = to;
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    int colon = text.indexOf(':', start);
    if (colon < 0 || colon >= end) {
      if (start < end) {
        found.accept(start, end);
      }
      return;
    }
    int value = colon + 1;
    while (value < end && text.charAt(value) == ' ') {
      value++;
    }
    boolean flow = text.charAt(start) == '{' || (value < end && text.charAt(value) == '{');
    if (value < end
        && (flow || !HARMLESS.contains(unquoted(text.substring(start, colon).strip())))) {
      found.accept(flow ? start : value, end);
    }
  }

  private static boolean isBlankOrDash(char c) {
    return c == ' ' || c == '-' || c == '\t';
  }

  private static String unquoted(String key) {
    return key.length() > 1 && (key.charAt(0) == '"' || key.charAt(0) == '\'')
        ? key.substring(1, key.length() - 1)
        : key;
  }
}
