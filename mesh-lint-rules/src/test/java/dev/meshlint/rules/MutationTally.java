package dev.meshlint.rules;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.mesh.World;
import dev.meshlint.rules.mutation.Manifests;
import dev.meshlint.rules.mutation.Mutant;
import dev.meshlint.rules.mutation.Operator;
import dev.meshlint.rules.mutation.Operator.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What became of the mutants that one operator made, see {@link MutationTest}. */
final class MutationTally {
  private final Operator operator;
  private final List<String> missed = new ArrayList<>();
  private int applied;
  private int reported;
  private int atPlace;

  MutationTally(Operator operator) {
    this.operator = operator;
  }

  /** Makes some mutants of a trial and lints them. */
  void add(MutationTrial trial, Manifests manifests, int limit, Random random) {
    List<Mutant> mutants = new ArrayList<>(operator.mutants().apply(manifests).toList());
    Collections.shuffle(mutants, random);
    RuleTester tester = operator.whole() ? trial.tester().withWorld(World.CLOSED) : trial.tester();
    Set<String> known = mutants.isEmpty() ? Set.of() : texts(tester.lint(trial.files()).findings());
    for (Mutant mutant : mutants.subList(0, Math.min(limit, mutants.size()))) {
      LintReport report = tester.lint(mutant.in(trial.files()));
      applied++;
      if (operator.effect() == Effect.BREAKING) {
        addBreaking(trial, mutant, known, report);
      } else {
        addNeutral(trial, mutant, known, report);
      }
    }
  }

  private void addBreaking(
      MutationTrial trial, Mutant mutant, Set<String> known, LintReport report) {
    List<Finding> added =
        report.findings().stream()
            .filter(MutationTrial::isMistake)
            .filter(finding -> !known.contains(text(finding)))
            .toList();
    boolean here =
        added.stream()
            .anyMatch(finding -> mutant.places().stream().anyMatch(one -> one.holds(finding)));
    reported += added.isEmpty() ? 0 : 1;
    atPlace += here ? 1 : 0;
    if (!here) {
      missed.add(
          story(trial, mutant) + (added.isEmpty() ? "nothing new" : "elsewhere: " + texts(added)));
    }
  }

  private void addNeutral(
      MutationTrial trial, Mutant mutant, Set<String> known, LintReport report) {
    Set<String> lost = new HashSet<>(known);
    Set<String> added = texts(report.findings());
    lost.removeAll(added);
    added.removeAll(known);
    if (lost.isEmpty() && added.isEmpty()) {
      atPlace++;
    } else {
      reported++;
      missed.add(story(trial, mutant) + "lost " + lost + ", new " + added);
    }
  }

  private String story(MutationTrial trial, Mutant mutant) {
    StringBuilder story = new StringBuilder(operator.name() + ": " + trial.name() + "\n");
    mutant
        .edits()
        .forEach(
            edit -> {
              story
                  .append("  ")
                  .append(edit.file().name())
                  .append(':')
                  .append(edit.file().line(edit.start()))
                  .append(": \"")
                  .append(edit.file().text(), edit.start(), edit.end())
                  .append("\" to \"")
                  .append(edit.text())
                  .append("\"\n");
            });
    mutant.places().forEach(place -> story.append("  at ").append(place).append('\n'));
    return story + "  ";
  }

  private static Set<String> texts(List<Finding> findings) {
    Set<String> texts = new HashSet<>();
    findings.forEach(finding -> texts.add(text(finding)));
    return texts;
  }

  private static String text(Finding finding) {
    return finding.severity()
        + " "
        + finding.rule()
        + " "
        + finding.resource()
        + " "
        + finding.path();
  }

  int applied() {
    return applied;
  }

  /** Those that are reported where they should be; of neutral ones, those that change no finding. */
  int right() {
    return atPlace;
  }

  List<String> missed() {
    return missed;
  }

  /** A row of the table in docs/reliability.md. */
  @Override
  public String toString() {
    String counts =
        operator.effect() == Effect.BREAKING
            ? applied + " | " + reported + " | " + atPlace
            : applied + " | " + reported;
    return "| `%s` | %s | %s |".formatted(operator.name(), operator.reason(), counts);
  }
}
