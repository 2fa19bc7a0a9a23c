package dev.meshlint.core.baseline;

import dev.meshlint.core.config.ConfigException;
import dev.meshlint.core.config.ConfigException.Problem;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlProblem;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes the file of a baseline: YAML, with a finding on each line, so that changes are easy to review and to merge. */
final class BaselineReader {
  private static final YamlLimits LIMITS = YamlLimits.DEFAULT;
  private static final long VERSION = 1;
  private static final int FINGERPRINT = 32;
  private static final String HEAD =
      """
      # What mesh-lint found and does not report again. Made by: mesh-lint --write-baseline
      version: 1
      findings:""";

  private final List<Problem> problems = new ArrayList<>();

  private BaselineReader() {}

  static Baseline read(SourceFile file, Path folder) {
    BaselineReader reader = new BaselineReader();
    List<BaselineEntry> entries = reader.entries(file);
    if (!reader.problems.isEmpty()) {
      throw new ConfigException(reader.problems);
    }
    return new Baseline(folder, entries);
  }

  private List<BaselineEntry> entries(SourceFile file) {
    YamlFile yaml = YamlReader.read(file, LIMITS, false);
    for (YamlProblem problem : yaml.problems()) {
      Place place = new Place(problem.file(), problem.start(), problem.end());
      problems.add(new Problem(place, problem.message()));
    }
    if (!problems.isEmpty()) {
      return List.of();
    }
    if (yaml.documents().isEmpty()
        || !(yaml.documents().get(0).root() instanceof YamlMapping root)
        || !(root.get("version") instanceof YamlScalar version)) {
      problems.add(
          new Problem(new Place(file, 0, 0), "this is no baseline: it has no \"version\""));
      return List.of();
    }
    Long number = version.integer();
    if (number == null || number != VERSION) {
      problem(version, "\"version\" must be 1, not \"" + version.text() + "\"");
      return List.of();
    }
    return entries(root);
  }

  private List<BaselineEntry> entries(YamlMapping root) {
    List<BaselineEntry> entries = new ArrayList<>();
    YamlNode findings = root.get("findings");
    if (findings instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlMapping entry) {
          entries.add(entry(entry));
        } else {
          problem(item, "a finding must be a mapping with \"rule\", \"file\" and \"fingerprint\"");
        }
      }
    } else {
      problem(findings == null ? root : findings, "\"findings\" must be a list");
    }
    return entries;
  }

  private BaselineEntry entry(YamlMapping entry) {
    String fingerprint = text(entry, "fingerprint", true);
    YamlNode written = entry.get("fingerprint");
    if (written != null && !isFingerprint(fingerprint)) {
      problem(written, "\"fingerprint\" must be 32 digits in base 16");
    }
    return new BaselineEntry(
        fingerprint,
        text(entry, "rule", true),
        text(entry, "file", true),
        text(entry, "resource", false),
        text(entry, "path", false),
        count(entry));
  }

  private String text(YamlMapping entry, String key, boolean needed) {
    YamlNode node = entry.get(key);
    if (node instanceof YamlScalar scalar && !scalar.isNull()) {
      return scalar.text();
    }
    if (node != null || needed) {
      problem(node == null ? entry : node, "a finding needs a text as \"" + key + "\"");
    }
    return "";
  }

  private int count(YamlMapping entry) {
    YamlNode node = entry.get("count");
    if (node == null) {
      return 1;
    }
    Long count = node instanceof YamlScalar scalar ? scalar.integer() : null;
    if (count == null || count < 1 || count > Integer.MAX_VALUE) {
      problem(node, "\"count\" must be a number from 1 on");
      return 1;
    }
    return count.intValue();
  }

  private static boolean isFingerprint(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return text.length() == FINGERPRINT;
  }

  private void problem(YamlNode node, String message) {
    problems.add(new Problem(new Place(node.file(), node.start(), node.end()), message));
  }

  /** The text of the file with these entries. */
  static String text(List<BaselineEntry> entries) {
    StringBuilder text = new StringBuilder(HEAD);
    for (BaselineEntry entry : entries) {
      text.append("\n  - {rule: ").append(quoted(entry.rule()));
      text.append(", file: ").append(quoted(entry.file()));
      if (!entry.resource().isEmpty()) {
        text.append(", resource: ").append(quoted(entry.resource()));
        text.append(", path: ").append(quoted(entry.path()));
      }
      text.append(", fingerprint: ").append(quoted(entry.fingerprint()));
      text.append(entry.count() == 1 ? "}" : ", count: " + entry.count() + "}");
    }
    return text.append(entries.isEmpty() ? " []\n" : "\n").toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        String digits = Integer.toHexString(c);
        quoted.append("\\u").append("0000", digits.length(), 4).append(digits);
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
