package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Related;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What came out of one change of many examples, see {@link MetamorphicTest}. */
final class MetamorphicOutcome {
  private static final Pattern PLACE =
      Pattern.compile("[A-Za-z0-9_./-]+\\.(?:ya?ml|json)\\b(?::\\d+)*|\\bline \\d+");

  /** How findings are compared. */
  enum Comparison {
    /** All but the names of files and the places. */
    EXACT,
    /**
     * Text in text has no places of its own in quotes, so that findings and related places there are one; a dash too many
     * is a slip only in the layout that people write.
     */
    LAYOUT,
    /** As resources in one file are for one cluster, less is known after splitting: findings may be milder or fewer. */
    FEWER,
    /** As resources in one file are for one cluster, more is known after joining: findings may be graver or more. */
    MORE
  }

  private final Comparison comparison;
  private final List<String> differences = new ArrayList<>();
  private int examples;
  private int findings;

  MetamorphicOutcome(Comparison comparison) {
    this.comparison = comparison;
  }

  void compare(MetamorphicTrial trial, Map<String, String> changed, UnaryOperator<String> renamed) {
    Set<String> before = findings(trial.tester().lint(trial.files()), renamed);
    Set<String> after = findings(trial.tester().lint(changed), text -> text);
    examples++;
    findings += before.size();
    Set<String> lost = new TreeSet<>(before);
    lost.removeAll(after);
    after.removeAll(before);
    boolean differs =
        !lost.isEmpty() && comparison != Comparison.FEWER
            || !after.isEmpty() && comparison != Comparison.MORE;
    if (differs) {
      differences.add(trial.name() + "\n  lost: " + lost + "\n  new: " + after);
    }
  }

  void check() {
    assertThat(differences)
        .as("%d examples with %d findings, seed %d", examples, findings, MetamorphicTrial.SEED)
        .isEmpty();
    if (System.getProperty("example") == null) {
      assertThat(findings).isPositive();
    }
  }

  private Set<String> findings(LintReport report, UnaryOperator<String> renamed) {
    Set<String> texts = new TreeSet<>();
    for (Finding finding : report.findings()) {
      if (comparison != Comparison.LAYOUT || !finding.rule().equals("istio-accidental-or")) {
        texts.add(renamed.apply(PLACE.matcher(text(finding)).replaceAll("PLACE")));
      }
    }
    return texts;
  }

  private String text(Finding finding) {
    String what = finding.rule() + " " + finding.resource() + " " + finding.path();
    if (comparison == Comparison.FEWER || comparison == Comparison.MORE) {
      return what;
    }
    String message = finding.severity() + " " + finding.certainty() + " " + finding.message();
    String related =
        comparison == Comparison.LAYOUT
            ? ""
            : finding.related().stream()
                .map(Related::message)
                .sorted()
                .collect(Collectors.joining("; "));
    return what + ": " + message + " " + finding.caseName() + " " + related;
  }
}
