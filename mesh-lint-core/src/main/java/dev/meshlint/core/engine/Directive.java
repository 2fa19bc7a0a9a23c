package dev.meshlint.core.engine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a suppression says: {@code ignore istio-missing-timeout until 2026-12-31 -- reason}.
 *
 * @param verb the first word
 * @param rules the ids as written; none means every rule
 * @param until the last day on which it holds; null if it holds for ever
 * @param reason why; empty if it does not say
 * @param problem what cannot be understood; null if all can
 */
record Directive(
    String verb,
    List<String> rules,
    @Nullable LocalDate until,
    String reason,
    @Nullable String problem) {
  static final String IGNORE = "ignore";
  static final String IGNORE_FILE = "ignore-file";
  static final String IGNORE_START = "ignore-start";
  static final String IGNORE_END = "ignore-end";

  private static final List<String> VERBS = List.of(IGNORE, IGNORE_FILE, IGNORE_START, IGNORE_END);
  private static final String PREFIX = "mesh-lint:";
  private static final String REASON = "--";
  private static final String UNTIL = "until";

  /** What a comment says; null if it is an ordinary comment. */
  static @Nullable Directive ofComment(String comment) {
    if (!comment.startsWith(PREFIX)) {
      return null;
    }
    String text = comment.substring(PREFIX.length()).strip();
    int end = 0;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    String verb = text.substring(0, end);
    String problem =
        VERBS.contains(verb)
            ? null
            : "\"" + verb + "\" is no suppression: ignore, ignore-file and ignore-start are";
    return of(verb, text.substring(end), problem);
  }

  /** What the value of the annotation says: rules, and what may follow them in a comment. */
  static Directive ofAnnotation(String value) {
    return of(IGNORE, value, null);
  }

  /** The same, not understood. */
  Directive withProblem(String message) {
    return new Directive(verb, rules, until, reason, message);
  }

  private static Directive of(String verb, String rest, @Nullable String problem) {
    int dashes = dashes(rest);
    String reason = dashes < 0 ? "" : rest.substring(dashes + REASON.length()).strip();
    List<String> words = words(dashes < 0 ? rest : rest.substring(0, dashes));
    int untilAt = words.indexOf(UNTIL);
    List<String> rules = untilAt < 0 ? words : words.subList(0, untilAt);
    if (untilAt < 0) {
      return new Directive(verb, rules, null, reason, problem);
    }
    String date = untilAt + 1 < words.size() ? words.get(untilAt + 1) : "";
    try {
      return new Directive(verb, rules, LocalDate.parse(date), reason, problem);
    } catch (DateTimeParseException e) {
      String wrong = "\"" + date + "\" is no date such as 2026-12-31";
      return new Directive(verb, rules, null, reason, wrong);
    }
  }

  /** Where two dashes stand as a word of their own. */
  private static int dashes(String text) {
    for (int at = text.indexOf(REASON); at >= 0; at = text.indexOf(REASON, at + 1)) {
      boolean before = at == 0 || text.charAt(at - 1) <= ' ';
      int next = at + REASON.length();
      if (before && (next == text.length() || text.charAt(next) <= ' ')) {
        return at;
      }
    }
    return -1;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(4);
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean separator = i == text.length() || text.charAt(i) <= ' ' || text.charAt(i) == ',';
      if (separator && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      } else if (!separator && start < 0) {
        start = i;
      }
    }
    return words;
  }
}
