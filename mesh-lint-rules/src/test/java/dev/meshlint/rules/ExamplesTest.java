package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Lints the folder {@code examples}: it gives nothing but what {@code EXPECTED.yaml} lists. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

  /** A finding as {@code EXPECTED.yaml} has it. */
  private record Row(String file, int line, String rule) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + rule;
    }
  }

  @TestFactory
  Stream<DynamicTest> each_example_gives_no_other_finding_than_expected() throws IOException {
    Map<String, List<Row>> expected = expected();
    return examples()
        .map(
            example ->
                dynamicTest(
                    example,
                    () -> {
                      LintReport report = lint(example);
                      assertThat(report.findings())
                          .as(() -> "examples/EXPECTED.yaml against\n" + RuleTester.text(report))
                          .extracting(ExamplesTest::row)
                          .containsExactlyInAnyOrderElementsOf(
                              expected.getOrDefault(example, List.of()))
                          .doesNotHaveDuplicates();
                      assertThat(report.errors()).isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> what_is_expected_names_an_example() throws IOException {
    List<String> examples = examples().toList();
    return expected().keySet().stream()
        .map(example -> dynamicTest(example, () -> assertThat(examples).contains(example)));
  }

  private static LintReport lint(String example) {
    return MeshLint.builder()
        .ruleSet(RuleTester.allRules())
        .clock(CLOCK)
        .directory(EXAMPLES.resolve(example))
        .build()
        .lint(Path.of("."));
  }

  private static Row row(Finding finding) {
    return new Row(finding.place().file().name(), finding.place().line(), finding.rule());
  }

  /** The applications, and the folders of the guide. */
  private static Stream<String> examples() throws IOException {
    List<String> names = new ArrayList<>();
    for (Path folder : folders(EXAMPLES)) {
      if (!folder.endsWith("guide")) {
        names.add(folder.getFileName().toString());
      }
    }
    for (Path folder : folders(EXAMPLES.resolve("guide"))) {
      names.add("guide/" + folder.getFileName());
    }
    return names.stream();
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<Row>> expected() throws IOException {
    String text = Files.readString(EXAMPLES.resolve("EXPECTED.yaml"));
    Load load = new Load(LoadSettings.builder().build());
    Map<String, List<Row>> rows = new TreeMap<>();
    ((Map<String, List<Map<String, Object>>>) load.loadFromString(text))
        .forEach(
            (example, list) -> rows.put(example, list.stream().map(ExamplesTest::row).toList()));
    return rows;
  }

  private static Row row(Map<String, Object> entry) {
    return new Row(
        (String) entry.get("file"), (Integer) entry.get("line"), (String) entry.get("rule"));
  }
}
