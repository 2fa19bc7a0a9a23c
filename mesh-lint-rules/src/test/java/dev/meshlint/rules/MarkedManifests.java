package dev.meshlint.rules;

import dev.meshlint.core.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Manifests with marks: {@code # expect: ID "part of the message"} at the end of the line where a finding starts, or alone
 * on the line above it; {@code # file: name.yaml} alone on a line starts another file. The marks are taken out before the
 * manifests are linted. {@link GeneratedMaterial Certificates and keys} are put in.
 *
 * @param files the texts without marks, by name
 * @param expected the findings that are marked
 */
record MarkedManifests(Map<String, String> files, List<Expected> expected) {
  static final String FIRST_FILE = "example.yaml";

  private static final Pattern FILE = Pattern.compile("\\s*# file: (\\S+)\\s*");
  private static final Pattern EXPECT =
      Pattern.compile("# expect: (?<rule>[a-z0-9-]+)(?: \"(?<part>[^\"]*(?:\"\"[^\"]*)*)\")?");

  /**
   * A finding that is marked.
   *
   * @param file the name of the file
   * @param line the line, from 1, in the text without marks
   * @param rule the id of the rule
   * @param part what the message contains; empty for any message
   */
  record Expected(String file, int line, String rule, String part) {
    boolean matches(Finding finding) {
      return finding.rule().equals(rule)
          && finding.place().file().name().equals(file)
          && finding.place().line() == line
          && finding.message().contains(part);
    }

    @Override
    public String toString() {
      return file + ":" + line + ": " + rule + (part.isEmpty() ? "" : " \"" + part + "\"");
    }
  }

  static MarkedManifests parse(String text) {
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    List<Expected> expected = new ArrayList<>();
    String file = FIRST_FILE;
    int line = 1;
    for (String written : GeneratedMaterial.fill(text).lines().toList()) {
      Matcher start = FILE.matcher(written);
      if (start.matches()) {
        file = start.group(1);
        line = files.containsKey(file) ? lines(files.get(file)) + 1 : 1;
        continue;
      }
      Matcher mark = EXPECT.matcher(written);
      boolean marked = mark.find();
      String kept = marked ? written.substring(0, mark.start()).stripTrailing() : written;
      while (marked) {
        String part = mark.group("part") == null ? "" : mark.group("part").replace("\"\"", "\"");
        expected.add(new Expected(file, line, mark.group("rule"), part));
        marked = mark.find();
      }
      if (kept.isEmpty() && !written.isEmpty()) {
        continue;
      }
      files.computeIfAbsent(file, name -> new StringBuilder()).append(kept).append('\n');
      line++;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((name, content) -> texts.put(name, content.toString()));
    return new MarkedManifests(texts, expected);
  }

  private static int lines(StringBuilder text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
