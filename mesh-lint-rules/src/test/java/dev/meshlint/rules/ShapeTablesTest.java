package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What API servers, webhooks and agents refuse of each kind, and what they take: one line a limit, in the tables below {@code
 * src/test/resources/shapes}. See {@link ShapeTable} for how they are read.
 */
class ShapeTablesTest {
  private static final Path TABLES = Path.of("src/test/resources/shapes");

  @TestFactory
  Stream<DynamicContainer> each_line_holds() throws IOException {
    String wanted = System.getProperty("shape", "");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(TABLES)) {
      files = walk.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    List<DynamicContainer> containers = new ArrayList<>();
    for (Path file : files) {
      if (!file.toString().contains(wanted)) {
        continue;
      }
      for (ShapeTable table : ShapeTable.read(Files.readString(file))) {
        containers.add(dynamicContainer(table.title(), table.rows().stream().map(this::test)));
      }
    }
    return containers.stream();
  }

  private DynamicTest test(ShapeTable.Row row) {
    return dynamicTest(
        row.title(),
        () -> {
          List<String> rules = new ArrayList<>(List.of("schema-*", "istio-ignored-field"));
          rules.addAll(row.rules());
          LintReport report =
              RuleTester.DEFAULT
                  .withOnly(rules.toArray(String[]::new))
                  .lint(Map.of("one.yaml", row.manifest()));
          assertThat(report.findings())
              .filteredOn(finding -> counts(finding, row))
              .as(() -> row.manifest() + "\n" + RuleTester.text(report))
              .extracting(ShapeTablesTest::line)
              .isEqualTo(row.expected());
          assertThat(report.findings())
              .filteredOn(finding -> counts(finding, row))
              .extracting(Finding::message)
              .allMatch(message -> message.contains(row.says()));
        });
  }

  /** An older version is a finding of its own, which is not what most lines are about. */
  private static boolean counts(Finding finding, ShapeTable.Row row) {
    return finding.certainty() != Certainty.UNRESOLVED
        && (!"apiVersion".equals(finding.path()) || row.rules().contains(finding.rule()));
  }

  private static String line(Finding finding) {
    return finding.rule() + " at " + finding.path();
  }
}
