package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.core.catalog.build.EntryReader;
import dev.meshlint.core.config.RuleConfig;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.fix.FixApplier;
import dev.meshlint.core.mesh.World;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Executes the examples of the catalogue. {@code -Dexample=istio-undefined-subset} runs those of one rule.
 *
 * <p>A {@code wrong} example gives exactly the findings that are marked in it, from all rules together; a {@code correct}
 * one gives none; {@code fixed} is what the fixes of the findings make of {@code wrong}, and gives none.
 */
class CatalogueExamplesTest {
  static final List<CatalogueEntry> ENTRIES = EntryReader.readAll(Path.of("..", "rules-catalog"));

  static final Map<String, String> REST_OF_THE_PROJECT =
      Map.of(
          "elsewhere.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: elsewhere
            namespace: elsewhere
          """);

  @TestFactory
  Stream<DynamicNode> wrong_examples_give_the_marked_findings() {
    return examples(
        (entry, example) -> example.wrong() != null,
        (entry, example) -> tester(entry, example).check(example.wrong()));
  }

  @TestFactory
  Stream<DynamicNode> wrong_examples_mark_their_own_rule() {
    return examples(
        (entry, example) -> example.wrong() != null,
        (entry, example) ->
            assertThat(MarkedManifests.parse(example.wrong()).expected())
                .anySatisfy(expected -> assertThat(expected.rule()).isEqualTo(entry.info().id())));
  }

  @TestFactory
  Stream<DynamicNode> correct_examples_give_no_finding() {
    return examples(
        (entry, example) -> example.correct() != null,
        (entry, example) -> tester(entry, example).check(example.correct()));
  }

  @TestFactory
  Stream<DynamicNode> fixes_make_of_wrong_what_is_fixed() {
    return examples(
        (entry, example) -> example.fixed() != null,
        (entry, example) -> {
          RuleTester tester = tester(entry, example);
          Map<String, String> wrong = MarkedManifests.parse(example.wrong()).files();
          MarkedManifests fixed = MarkedManifests.parse(example.fixed());
          assertThat(fixed(tester.lint(wrong), wrong)).isEqualTo(fixed.files());
          tester.check(fixed);
        });
  }

  @TestFactory
  Stream<DynamicNode> a_second_definition_adds_no_finding() {
    return examples(
        (entry, example) -> example.correct() != null,
        (entry, example) -> {
          RuleTester tester = tester(entry, example);
          Map<String, String> files = MarkedManifests.parse(example.correct()).files();
          for (Document document : Document.of(files)) {
            Map<String, String> more = new LinkedHashMap<>(files);
            more.put("copy/" + document.file(), document.text());
            RuleTester.compare(new MarkedManifests(more, List.of()), tester.lint(more));
          }
        });
  }

  @TestFactory
  Stream<DynamicNode> what_is_out_of_view_is_no_error() {
    return examples(
        (entry, example) -> example.correct() != null && !example.world().equals("closed"),
        (entry, example) -> {
          RuleTester tester = tester(entry, example);
          Map<String, String> files = MarkedManifests.parse(example.correct()).files();
          for (Document document : Document.of(files)) {
            LintReport report = tester.lint(document.removedFrom(files), REST_OF_THE_PROJECT);
            assertThat(report.findings())
                .as(() -> "without " + document.title() + ":\n" + RuleTester.text(report))
                .noneMatch(
                    finding ->
                        finding.severity() == Severity.ERROR
                            && finding.certainty() == Certainty.CERTAIN);
          }
        });
  }

  /** What applying the first fix of each finding makes of the files. */
  static Map<String, String> fixed(LintReport report, Map<String, String> files) {
    FixApplier applier = new FixApplier();
    for (Finding finding : report.findings()) {
      if (!finding.fixes().isEmpty()) {
        applier.add(finding.fixes().get(0));
      }
    }
    Map<String, String> fixed = new LinkedHashMap<>(files);
    applier.texts().forEach((file, text) -> fixed.put(file.name(), text));
    return fixed;
  }

  private interface Check {
    void run(CatalogueEntry entry, Example example);
  }

  private interface Choice {
    boolean takes(CatalogueEntry entry, Example example);
  }

  private static Stream<DynamicNode> examples(Choice choice, Check check) {
    String wanted = System.getProperty("example", "");
    List<DynamicNode> nodes = new ArrayList<>();
    for (CatalogueEntry entry : ENTRIES) {
      if (!wanted.isEmpty() && !wanted.equals(entry.info().id())) {
        continue;
      }
      List<DynamicTest> tests = new ArrayList<>();
      for (Example example : entry.text().examples()) {
        if (choice.takes(entry, example)) {
          tests.add(
              dynamicTest(
                  entry.info().id() + ": " + example.name(), () -> check.run(entry, example)));
        }
      }
      nodes.add(dynamicContainer(entry.info().id(), tests));
    }
    return nodes.stream();
  }

  /** A linter set up as an example wants it, with the rule of the entry switched on. */
  static RuleTester tester(CatalogueEntry entry, Example example) {
    RuleTester tester =
        RuleTester.DEFAULT
            .withWorld(World.valueOf(example.world().toUpperCase(Locale.ROOT)))
            .withNamespace(example.namespace());
    if (example.at() != null) {
      tester = tester.withToday(LocalDate.parse(example.at()));
    }
    RuleInfo rule = entry.info();
    boolean off = rule.level() == Level.OFF;
    Map<String, Level> cases = new LinkedHashMap<>();
    for (RuleInfo.Case one : rule.cases().values()) {
      if (one.level() == Level.OFF) {
        cases.put(one.name(), Level.WARNING);
      }
    }
    if (off || !cases.isEmpty() || !example.options().isEmpty()) {
      Level level = off ? Level.WARNING : null;
      tester = tester.withRule(new RuleConfig(rule.id(), level, cases, example.options(), null));
    }
    return tester;
  }
}
