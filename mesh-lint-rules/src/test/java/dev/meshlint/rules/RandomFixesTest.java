package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.FixReport;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.FixApplier;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.rules.Mutations.Mutated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Makes one fix after the other in examples of the catalogue and in manifests made of them by a slip: the finding is gone,
 * there is no new error, the result can be read, and outside of the edits it is what it was. An error is new unless it is
 * proven that it was there before: in the text without the slip or without the fix, be it under a name that one of them
 * replaced, or as the slip itself. {@code -Dfixes=10000} makes more of them; {@code -Dfixes.seed=17} starts elsewhere.
 */
class RandomFixesTest {
  private static final int FIXES = Integer.getInteger("fixes", 500);
  private static final long FIRST_SEED = Long.getLong("fixes.seed", 1);

  /** What one seed makes. */
  private record Trial(RuleTester tester, Map<String, String> files) {}

  @Test
  void a_fix_mends_its_finding_and_does_nothing_else() {
    List<Trial> examples = examples();
    int made = 0;
    for (long seed = FIRST_SEED; made < FIXES; seed++) {
      Random random = new Random(seed);
      Trial trial = examples.get(random.nextInt(examples.size()));
      Mutated mutated = Mutations.of(trial.files(), random);
      Map<String, String> files = mutated.files();
      LintReport report = trial.tester().lint(files);
      List<Finding> mendable =
          report.findings().stream().filter(f -> !f.fixes().isEmpty()).toList();
      if (!mendable.isEmpty()) {
        Finding finding = mendable.get(random.nextInt(mendable.size()));
        Fix fix = finding.fixes().get(random.nextInt(finding.fixes().size()));
        Set<String> known = errors(report);
        // What the slip hid comes to light when it is mended, be it under other names.
        Set<String> hidden = errors(trial.tester().lint(trial.files()));
        known.addAll(hidden);
        known.addAll(renamed(hidden, mutated.before(), mutated.after()));
        known.addAll(renamed(known, fix));
        check(new Trial(trial.tester(), files), report, known, mutated.after(), finding, fix, seed);
        made++;
      }
    }
  }

  @Test
  void all_fixes_together_leave_what_can_be_read_and_nothing_to_fix() {
    List<Trial> examples = examples();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + FIXES; seed++) {
      Random random = new Random(seed);
      Trial trial = examples.get(random.nextInt(examples.size()));
      Map<String, String> files = trial.files();
      for (int slips = 1 + random.nextInt(4); slips > 0; slips--) {
        files = Mutations.of(files, random).files();
      }
      FixReport report = trial.tester().fix(files);
      Map<String, String> fixed = new LinkedHashMap<>(files);
      report.replacements().forEach(one -> fixed.put(one.name(), one.text()));
      String story = "seed " + seed + "\nbefore:\n" + files + "\nafter:\n" + fixed;

      assertThat(unreadable(report.after()))
          .as(story)
          .isLessThanOrEqualTo(unreadable(report.before()));
      assertThat(report.after().resources())
          .as(story)
          .isGreaterThanOrEqualTo(report.before().resources());
      assertThat(trial.tester().fix(fixed).replacements()).as(story).isEmpty();
    }
  }

  private static long unreadable(LintReport report) {
    return report.findings().stream().filter(one -> one.rule().startsWith("yaml-")).count();
  }

  private static List<Trial> examples() {
    List<Trial> trials = new ArrayList<>();
    for (CatalogueEntry entry : CatalogueExamplesTest.ENTRIES) {
      for (Example example : entry.text().examples()) {
        RuleTester tester = CatalogueExamplesTest.tester(entry, example);
        if (example.wrong() != null) {
          trials.add(new Trial(tester, MarkedManifests.parse(example.wrong()).files()));
        }
        if (example.correct() != null) {
          trials.add(new Trial(tester, MarkedManifests.parse(example.correct()).files()));
        }
      }
    }
    return trials;
  }

  /**
   * Checks what a fix does.
   *
   * @param known the errors that it cannot be blamed for
   * @param slip the word that was miswritten before: an error about just that word was only hidden
   */
  private static void check(
      Trial trial,
      LintReport before,
      Set<String> known,
      String slip,
      Finding finding,
      Fix fix,
      long seed) {
    Map<String, String> fixed = applied(trial.files(), fix);
    LintReport after = trial.tester().lint(fixed);
    String story =
        "seed "
            + seed
            + ", "
            + finding.rule()
            + ": "
            + finding.message()
            + ", "
            + fix.description()
            + "\nbefore:\n"
            + trial.files()
            + "\nafter:\n"
            + fixed
            + "\n"
            + RuleTester.text(after);

    assertThat(outside(fix, trial.files(), fixed)).as(story).isTrue();
    assertThat(count(finding, after)).as(story).isLessThan(count(finding, before));
    List<Finding> news = new ArrayList<>(after.findings());
    news.removeIf(
        one ->
            one.severity() != Severity.ERROR
                || known.contains(text(one))
                || isAbout(slip, one, fix));
    assertThat(news).as(story).isEmpty();
    assertThat(after.resources()).as(story).isEqualTo(before.resources() + addedDocuments(fix));
  }

  /** The same mistakes under the names that a fix writes in place of others. */
  private static Set<String> renamed(Set<String> errors, Fix fix) {
    Set<String> renamed = new TreeSet<>(errors);
    for (TextEdit edit : fix.edits()) {
      String old = edit.file().text().substring(edit.start(), edit.end());
      renamed.addAll(renamed(errors, old, edit.text()));
    }
    return renamed;
  }

  private static Set<String> renamed(Set<String> errors, String old, String other) {
    String from = unquoted(old);
    return from.isBlank()
        ? Set.of()
        : errors.stream()
            .map(one -> one.replace(from, unquoted(other)))
            .collect(Collectors.toSet());
  }

  private static String unquoted(String text) {
    return text.replace("\"", "");
  }

  /** Whether a finding is about a word that a fix did not write: it stands just there, or the word is what is offered instead. */
  private static boolean isAbout(String word, Finding finding, Fix fix) {
    String name = unquoted(word);
    if (name.isEmpty() || fix.edits().stream().anyMatch(edit -> edit.text().contains(name))) {
      return false;
    }
    Place place = finding.place();
    String text = place.file().text().substring(place.start(), place.end());
    String help = finding.help();
    return unquoted(text).equals(name)
        || (help != null && help.equals("did you mean \"" + name + "\"?"));
  }

  private static int addedDocuments(Fix fix) {
    return (int) fix.edits().stream().filter(edit -> edit.text().strip().startsWith("---")).count();
  }

  private static Map<String, String> applied(Map<String, String> files, Fix fix) {
    FixApplier applier = new FixApplier();
    assertThat(applier.add(fix)).as("edits overlap: %s", fix).isTrue();
    Map<String, String> fixed = new LinkedHashMap<>(files);
    applier.texts().forEach((file, text) -> fixed.put(file.name(), text));
    return fixed;
  }

  /** Whether the files are the same but for the pieces that the fix replaces, told without applying it. */
  private static boolean outside(Fix fix, Map<String, String> files, Map<String, String> fixed) {
    for (Map.Entry<String, String> file : files.entrySet()) {
      List<TextEdit> edits = sorted(fix, file.getKey());
      String after = fixed.get(file.getKey());
      int from = 0;
      int at = 0;
      for (TextEdit edit : edits) {
        String kept = file.getValue().substring(from, edit.start());
        if (!after.startsWith(kept + edit.text(), at)) {
          return false;
        }
        at += kept.length() + edit.text().length();
        from = edit.end();
      }
      if (!after.substring(at).equals(file.getValue().substring(from))) {
        return false;
      }
    }
    return true;
  }

  private static List<TextEdit> sorted(Fix fix, String file) {
    List<TextEdit> edits = new ArrayList<>(fix.edits());
    edits.removeIf(edit -> !edit.file().name().equals(file));
    edits.sort(Comparator.comparingInt(TextEdit::start));
    return edits;
  }

  private static Set<String> errors(LintReport report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(RandomFixesTest::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Finding finding) {
    return finding.rule() + " " + finding.message();
  }

  /** How often a mistake is there: as to places, lines may have moved. */
  private static long count(Finding finding, LintReport report) {
    return report.findings().stream().filter(one -> name(one).equals(name(finding))).count();
  }

  private static String name(Finding finding) {
    return finding.rule()
        + " "
        + finding.message()
        + " "
        + finding.resource()
        + " "
        + finding.path()
        + " "
        + finding.place().file().name();
  }
}
