package dev.meshlint.core.engine;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the secrets of a file. */
final class SecretSpans {
  private static final AsciiWords WORDS =
      new AsciiWords(
          List.of(
              "secret",
              "private",
              "eyj",
              "jwks",
              "token",
              "passw",
              "apikey",
              "api_key",
              "api-key",
              "bearer",
              "basic ",
              "last-applied",
              "credentials",
              "authorization:",
              "authorization\"",
              "authorization'",
              "authorization,",
              "authorization}",
              "authorization]",
              "authorization\n",
              SecretPatterns.ENCODED.toLowerCase(Locale.ROOT)));

  private SecretSpans() {}

  /**
   * Finds the secrets of a file.
   *
   * @param known what was read from it; null to read it now
   */
  static List<SecretSpan> find(SourceFile file, @Nullable YamlFile known) {
    String text = file.text();
    if (!mayHoldSecrets(text)) {
      return List.of();
    }
    List<SecretSpan> spans = new ArrayList<>();
    SecretPatterns.find(text, (start, end) -> spans.add(span(text, start, end)));
    SecretAssignments.find(text, (start, end) -> spans.add(span(text, start, end)));
    YamlFile yaml = known == null ? YamlReader.read(file, YamlLimits.DEFAULT, false) : known;
    int from = 0;
    for (YamlDocument document : yaml.documents()) {
      SecretNodes.find(document.root(), scalar -> spans.add(span(scalar)));
      findUnread(text, from, document.root().start(), spans);
      from = document.root().end();
    }
    findUnread(text, from, text.length(), spans);
    return merged(spans);
  }

  /** Whether it is worth reading a text: most hold no such word. */
  static boolean mayHoldSecrets(String text) {
    return text.indexOf('@') >= 0 || WORDS.areIn(text);
  }

  /** Looks through what lies between documents: those that do not parse. */
  private static void findUnread(String text, int from, int to, List<SecretSpan> spans) {
    SecretLines.find(text, from, to, (start, end) -> spans.add(span(text, start, end)));
  }

  private static SecretSpan span(YamlScalar scalar) {
    String written = scalar.file().text().substring(scalar.start(), scalar.end());
    Set<String> values = new LinkedHashSet<>(values(written));
    values.addAll(values(scalar.text()));
    return new SecretSpan(scalar.start(), scalar.end(), List.copyOf(values));
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
    // A block is indented in the file but not in its value: only the single lines are alike.
    if (plain.indexOf('\n') >= 0) {
      plain.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(values::add);
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
    int next = 0;
    while (next < spans.size()) {
      SecretSpan first = spans.get(next++);
      int end = first.end();
      Set<String> values = new LinkedHashSet<>(first.values());
      while (next < spans.size() && spans.get(next).start() <= end) {
        end = Math.max(end, spans.get(next).end());
        values.addAll(spans.get(next).values());
        next++;
      }
      merged.add(new SecretSpan(first.start(), end, List.copyOf(values)));
    }
    return merged;
  }
}
