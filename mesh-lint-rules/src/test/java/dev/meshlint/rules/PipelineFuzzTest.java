package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Changes lines of examples at random, or mixes those of several, and looks whether any rule throws. {@code
 * -Dfuzz.seconds=1800} looks for so long, {@code -Dfuzz.seed=17} starts elsewhere; the seed of what fails makes it again.
 */
class PipelineFuzzTest {
  private static final int MESHES = 250;
  private static final long SECONDS = Long.getLong("fuzz.seconds", 0);
  private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);

  /** What nobody expects as the value of a field. */
  private static final String[] VALUES = {
    "",
    "null",
    "~",
    "[]",
    "{}",
    "[a]",
    "[[a]]",
    "{a: b}",
    "[{}]",
    "[null]",
    "-1",
    "0",
    "65536",
    "99999999999999999999",
    "1e9",
    "on",
    "\"\"",
    "\" \"",
    "\"\\ud800\"",
    "\"\\0\"",
    "\"*\"",
    "\"**\"",
    "\".\"",
    "\"*.\"",
    "\"/\"",
    "a/b/c",
    "\"::/0\"",
    "0.0.0.0/0",
    "${X}",
    "\"{{ x }}\"",
    "x.y.svc.cluster.local",
    "\"(\"",
    "\"[a-\"",
    "\"-----BEGIN CERTIFICATE-----\"",
    "2026-13-45",
    "!!binary x",
    "&a [*a]"
  };

  private record Trial(RuleTester tester, Map<String, String> files) {}

  @Test
  void no_rule_throws_whatever_the_manifests_say() {
    List<Trial> examples = examples();
    List<String> lines = new ArrayList<>();
    examples.forEach(
        trial -> trial.files().values().forEach(text -> lines.addAll(text.lines().toList())));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    for (long seed = FIRST_SEED; seed < FIRST_SEED + MESHES || System.nanoTime() < end; seed++) {
      Random random = new Random(seed);
      Trial trial = examples.get(random.nextInt(examples.size()));
      Map<String, String> files = new LinkedHashMap<>();
      trial.files().forEach((name, text) -> files.put(name, changed(text, lines, random)));
      try {
        check(trial.tester(), files);
      } catch (RuntimeException | Error e) {
        fail("seed " + seed + ":\n" + files, e);
      }
    }
  }

  /** Looks at one mesh: no rule throws, and every finding lies in its file. */
  static LintReport check(RuleTester tester, Map<String, String> files) {
    LintReport report = tester.lint(files);
    for (Finding finding : report.findings()) {
      assertThat(finding.rule()).as(finding.message()).isNotEqualTo("internal-error");
      assertThat(finding.place().end()).isLessThanOrEqualTo(finding.place().file().text().length());
    }
    return report;
  }

  private static List<Trial> examples() {
    List<Trial> trials = new ArrayList<>();
    for (CatalogueEntry entry : CatalogueExamplesTest.ENTRIES) {
      for (Example example : entry.text().examples()) {
        RuleTester tester = CatalogueExamplesTest.tester(entry, example);
        String text = example.wrong() == null ? example.correct() : example.wrong();
        if (text != null) {
          trials.add(new Trial(tester, MarkedManifests.parse(text).files()));
        }
      }
    }
    return trials;
  }

  private static String changed(String text, List<String> others, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int changes = random.nextInt(4); changes >= 0 && !lines.isEmpty(); changes--) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      switch (random.nextInt(6)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, line);
        case 2 -> lines.set(at, indented(line, others.get(random.nextInt(others.size()))));
        case 3 -> lines.add(at, indented(line, others.get(random.nextInt(others.size()))));
        default -> lines.set(at, withValue(line, VALUES[random.nextInt(VALUES.length)], random));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** Another line where this one stands. */
  private static String indented(String line, String other) {
    return line.substring(0, line.length() - line.stripLeading().length()) + other.strip();
  }

  /** The line with another value: of its first key, or of one in its braces. */
  private static String withValue(String line, String value, Random random) {
    int colon = random.nextBoolean() ? line.indexOf(": ") : line.lastIndexOf(": ");
    if (colon < 0) {
      return line.endsWith(":") ? line + " " + value : line;
    }
    int end = colon + 2;
    while (end < line.length() && ",}]".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return line.substring(0, colon + 2) + value + line.substring(end);
  }
}
