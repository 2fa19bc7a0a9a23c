package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.rules.MarkedManifests.Expected;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A rule finds alone what its examples mark for it, and its fixes make of them what is fixed: it needs no other rule, and with
 * {@code --select} it says the same.
 *
 * <p>PIT tries changes of the rules' code against these tests, see CONTRIBUTING: as no other rule runs, each of them covers
 * the code of one rule only.
 */
class RuleAloneTest {
  @TestFactory
  Stream<DynamicTest> a_rule_needs_no_other() {
    String wanted = System.getProperty("example", "");
    return CatalogueExamplesTest.ENTRIES.stream()
        .filter(entry -> !entry.info().mesh().equals("tool"))
        .filter(entry -> wanted.isEmpty() || entry.info().id().equals(wanted))
        .map(entry -> dynamicTest(entry.info().id(), () -> check(entry)));
  }

  private static void check(CatalogueEntry entry) {
    String id = entry.info().id();
    for (Example example : entry.text().examples()) {
      RuleTester alone = CatalogueExamplesTest.tester(entry, example).withOnly(id);
      if (example.wrong() != null) {
        MarkedManifests wrong = MarkedManifests.parse(example.wrong());
        alone.check(alone(wrong, id));
        if (example.fixed() != null && alone(wrong, id).expected().equals(wrong.expected())) {
          MarkedManifests fixed = MarkedManifests.parse(example.fixed());
          assertThat(CatalogueExamplesTest.fixed(alone.lint(wrong.files()), wrong.files()))
              .isEqualTo(fixed.files());
        }
      }
      if (example.correct() != null) {
        alone.check(alone(MarkedManifests.parse(example.correct()), id));
      }
    }
  }

  private static MarkedManifests alone(MarkedManifests marked, String id) {
    List<Expected> own = marked.expected().stream().filter(one -> isFound(one.rule(), id)).toList();
    return new MarkedManifests(marked.files(), own);
  }

  /** What a shape must be like is checked whatever rules run. */
  private static boolean isFound(String rule, String alone) {
    return rule.equals(alone) || rule.startsWith("schema-") || rule.startsWith("yaml-");
  }
}
