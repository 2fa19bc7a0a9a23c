package dev.meshlint.core.engine;

import dev.meshlint.core.finding.Place;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps secrets out of everything that people read: messages, code frames, edits in reports. What is secret is told from
 * the text of a file alone, so that it also holds for files that do not parse.
 *
 * <p>Used by one thread.
 */
public final class Redactor {
  /** What stands for a secret. */
  public static final String HIDDEN = "<redacted>";

  /** Shorter values are ordinary words too often to be hidden everywhere. */
  private static final int LONG = 8;

  /** Shorter values are hidden between quotes only. */
  private static final int SHORT = 4;

  private final Map<SourceFile, YamlFile> read = new IdentityHashMap<>();
  private final Map<SourceFile, Secrets> known = new IdentityHashMap<>();

  /** The secrets of a file; the long ones by their first letters, so that a sentence is searched in one pass. */
  private record Secrets(List<SecretSpan> spans, Map<String, List<String>> byStart) {}

  /** Takes what was read from a file, which need then not be read again. */
  void know(YamlFile file) {
    read.put(file.file(), file);
  }

  /** The pieces of a file that may not be shown, in order, none overlapping another. */
  public List<SecretSpan> spans(SourceFile file) {
    return secrets(file).spans();
  }

  /** Those of them that end at or after an offset. */
  public List<SecretSpan> spansFrom(SourceFile file, int offset) {
    List<SecretSpan> spans = spans(file);
    return spans.subList(firstAt(spans, offset), spans.size());
  }

  /**
   * A sentence without the secrets of a file.
   *
   * @param text the sentence
   * @param at where it speaks of: a secret right there is hidden however short it is
   */
  public String hide(String text, Place at) {
    Secrets secrets = secrets(at.file());
    if (secrets.spans().isEmpty()) {
      return text;
    }
    String hidden = text;
    for (int i = firstAt(secrets.spans(), at.start()); i < secrets.spans().size(); i++) {
      SecretSpan span = secrets.spans().get(i);
      if (span.start() > at.end()) {
        break;
      }
      for (String value : span.values()) {
        hidden = replace(hidden, value);
      }
    }
    return hideLong(hidden, secrets.byStart());
  }

  /** The first span that ends at or after an offset. */
  private static int firstAt(List<SecretSpan> spans, int offset) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).end() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static String replace(String text, String value) {
    if (value.isBlank()) {
      return text;
    }
    return value.length() < SHORT
        ? text.replace("\"" + value + "\"", "\"" + HIDDEN + "\"")
        : text.replace(value, HIDDEN);
  }

  private static String hideLong(String text, Map<String, List<String>> byStart) {
    StringBuilder hidden = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int length = at + LONG <= text.length() ? longest(text, at, byStart) : 0;
      if (length > 0) {
        hidden.append(HIDDEN);
        at += length;
      } else {
        hidden.append(text.charAt(at++));
      }
    }
    return hidden.toString();
  }

  private static int longest(String text, int at, Map<String, List<String>> byStart) {
    int longest = 0;
    for (String value : byStart.getOrDefault(text.substring(at, at + LONG), List.of())) {
      if (value.length() > longest && text.startsWith(value, at)) {
        longest = value.length();
      }
    }
    return longest;
  }

  private Secrets secrets(SourceFile file) {
    return known.computeIfAbsent(
        file,
        one -> {
          List<SecretSpan> spans = SecretSpans.find(one, read.get(one));
          Map<String, List<String>> byStart = new HashMap<>();
          for (SecretSpan span : spans) {
            for (String value : span.values()) {
              if (value.length() >= LONG) {
                byStart
                    .computeIfAbsent(value.substring(0, LONG), start -> new ArrayList<>(1))
                    .add(value);
              }
            }
          }
          return new Secrets(spans, byStart);
        });
  }
}
