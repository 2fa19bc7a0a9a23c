package dev.meshlint.core.engine;

import dev.meshlint.core.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the secrets of a file. */
final class SecretSpans {
  private SecretSpans() {}

  static List<SecretSpan> find(SourceFile file) {
    String text = file.text();
    List<SecretSpan> spans = new ArrayList<>();
    SecretPatterns.find(text, (start, end) -> spans.add(span(text, start, end)));
    SecretLines.find(text, 0, text.length(), (start, end) -> spans.add(span(text, start, end)));
    return merged(spans);
  }

  private static SecretSpan span(String text, int start, int end) {
    return new SecretSpan(start, end, values(text.substring(start, end)));
  }

  /** The text itself, without its quotes, and what it says in base64. */
  private static List<String> values(String written) {
    Set<String> values = new LinkedHashSet<>();
    values.add(written);
    int last = written.length() - 1;
    String plain = written;
    if (last > 0 && (written.charAt(0) == '"' || written.charAt(0) == '\'')) {
      plain = written.substring(1, written.charAt(last) == written.charAt(0) ? last : last + 1);
      values.add(plain);
    }
    String decoded = decoded(plain.strip());
    if (!decoded.isEmpty()) {
      values.add(decoded);
    }
    return List.copyOf(values);
  }

  private static String decoded(String value) {
    if (value.length() < 4 || value.length() % 4 != 0) {
      return "";
    }
    try {
      return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static List<SecretSpan> merged(List<SecretSpan> spans) {
    spans.sort(Comparator.comparingInt(SecretSpan::start));
    List<SecretSpan> merged = new ArrayList<>(spans.size());
    for (SecretSpan span : spans) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).end() >= span.start()) {
        SecretSpan before = merged.get(last);
        Set<String> values = new LinkedHashSet<>(before.values());
        values.addAll(span.values());
        merged.set(
            last,
            new SecretSpan(
                before.start(), Math.max(before.end(), span.end()), List.copyOf(values)));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
