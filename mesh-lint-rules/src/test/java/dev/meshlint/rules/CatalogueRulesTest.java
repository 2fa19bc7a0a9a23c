package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Related;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for all rules alike, seen in what they say about the examples of the catalogue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueRulesTest {
  /** Codes of istioctl, Kiali, Linkerd's checks and the linters of other projects. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9._-]+");

  /** Every wrong example with its report. */
  private final List<Run> runs = new ArrayList<>();

  private record Run(
      CatalogueEntry entry, RuleTester tester, Map<String, String> files, LintReport report) {
    String title() {
      return entry.info().id() + ":\n" + RuleTester.text(report);
    }
  }

  @BeforeAll
  void lint() {
    for (CatalogueEntry entry : CatalogueExamplesTest.ENTRIES) {
      for (Example example : entry.text().examples()) {
        if (example.wrong() != null) {
          RuleTester tester = CatalogueExamplesTest.tester(entry, example);
          Map<String, String> files = MarkedManifests.parse(example.wrong()).files();
          runs.add(new Run(entry, tester, files, tester.lint(files)));
        }
      }
    }
  }

  @Test
  void every_case_is_shown_by_an_example() {
    Set<String> missing = new TreeSet<>();
    for (CatalogueEntry entry : CatalogueExamplesTest.ENTRIES) {
      for (String name : entry.info().cases().keySet()) {
        missing.add(entry.info().id() + ": " + name);
      }
    }
    for (Run run : runs) {
      for (Finding finding : run.report().findings()) {
        missing.remove(finding.rule() + ": " + finding.caseName());
      }
    }
    assertThat(missing).as("cases that no wrong example reports").isEmpty();
  }

  @Test
  void every_option_is_shown_by_an_example() {
    Set<String> missing = new TreeSet<>();
    for (CatalogueEntry entry : CatalogueExamplesTest.ENTRIES) {
      Set<String> shown = new HashSet<>();
      entry.text().examples().forEach(example -> shown.addAll(example.options().keySet()));
      for (String option : entry.info().options().keySet()) {
        if (!shown.contains(option)) {
          missing.add(entry.info().id() + ": " + option);
        }
      }
    }
    assertThat(missing).as("options that no example sets").isEmpty();
  }

  @Test
  void messages_are_clauses() {
    for (Run run : runs) {
      for (Finding finding : run.report().findings()) {
        assertThat(sentences(finding))
            .as(run::title)
            .allSatisfy(
                text ->
                    assertThat(text)
                        .isEqualTo(text.strip())
                        .doesNotContain("\n", "  ", "null", "dev.meshlint")
                        .doesNotEndWith(".")
                        .hasSizeLessThan(400));
        assertThat(finding.message()).as(run::title).doesNotContain("oneOf", "anyOf", "enum");
      }
    }
  }

  private static List<String> sentences(Finding finding) {
    List<String> sentences = new ArrayList<>(List.of(finding.message()));
    finding.related().stream().map(Related::message).forEach(sentences::add);
    finding.fixes().forEach(fix -> sentences.add(fix.description()));
    if (finding.help() != null) {
      sentences.add(finding.help());
    }
    return sentences;
  }

  @Test
  void findings_of_rules_say_on_which_field() {
    for (Run run : runs) {
      for (Finding finding : run.report().findings()) {
        RuleInfo info = RuleTester.allRules().catalogue().rule(finding.rule());
        assertThat(info).as(finding.rule()).isNotNull();
        if (finding.resource() != null && !info.kinds().isEmpty()) {
          assertThat(info.kinds()).as(run::title).contains(finding.resource().kind());
        }
      }
    }
  }

  @Test
  void a_report_does_not_depend_on_the_order_of_files() {
    for (Run run : runs) {
      if (run.files().size() > 1) {
        List<String> names = new ArrayList<>(run.files().keySet());
        Collections.reverse(names);
        Map<String, String> reversed = new LinkedHashMap<>();
        names.forEach(name -> reversed.put(name, run.files().get(name)));

        assertThat(RuleTester.text(run.tester().lint(reversed)))
            .isEqualTo(RuleTester.text(run.report()));
      }
    }
  }

  @Test
  void a_report_does_not_depend_on_the_order_of_documents() {
    for (Run run : runs) {
      Map<String, String> reversed = new LinkedHashMap<>();
      run.files().forEach((name, text) -> reversed.put(name, Document.reversed(text)));

      assertThat(whatAndOnWhat(run.tester().lint(reversed)))
          .as(run::title)
          .containsExactlyInAnyOrderElementsOf(whatAndOnWhat(run.report()));
    }
  }

  /** Findings without their lines. */
  private static List<String> whatAndOnWhat(LintReport report) {
    return report.findings().stream()
        .map(f -> f.rule() + " " + f.resource() + " " + f.path() + " " + f.message())
        .toList();
  }

  @Test
  void fixes_leave_valid_text() {
    for (Run run : runs) {
      for (Finding finding : run.report().findings()) {
        finding
            .fixes()
            .forEach(
                fix ->
                    assertThat(fix.edits())
                        .as(run::title)
                        .isNotEmpty()
                        .allSatisfy(
                            edit ->
                                assertThat(edit.file().text().length())
                                    .isGreaterThanOrEqualTo(edit.end())));
      }
    }
  }

  @Test
  void entries_are_complete() {
    for (CatalogueEntry entry : CatalogueExamplesTest.ENTRIES) {
      assertThat(entry.text().links())
          .as(entry.info().id())
          .allMatch(link -> link.startsWith("https://"));
      assertThat(entry.info().equivalents())
          .as(entry.info().id())
          .allMatch(code -> CODE.matcher(code).matches());
      assertThat(entry.info().title())
          .as(entry.info().id())
          .doesNotEndWith(".")
          .hasSizeLessThan(100);
    }
  }
}
