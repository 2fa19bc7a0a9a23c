package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.FixReport;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.FixApplier;
import dev.meshlint.core.fix.TextEdit;
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
 * Makes one fix after the other in examples of the catalogue and in manifests made of them: the finding is gone, there is no
 * new error but those that were hidden behind it, the result can be read, and outside of the edits it is what it was. {@code -Dfixes=10000} makes more of
 * them; {@code -Dfixes.seed=17} starts elsewhere.
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
    int revealing = 0;
    for (long seed = FIRST_SEED; made < FIXES; seed++) {
      Random random = new Random(seed);
      Trial trial = examples.get(random.nextInt(examples.size()));
      Map<String, String> files = Mutations.of(trial.files(), random);
      LintReport report = trial.tester().lint(files);
      List<Finding> mendable =
          report.findings().stream().filter(f -> !f.fixes().isEmpty()).toList();
      if (!mendable.isEmpty()) {
        Finding finding = mendable.get(random.nextInt(mendable.size()));
        Fix fix = finding.fixes().get(random.nextInt(finding.fixes().size()));
        Set<String> known = errors(report);
        // What the slip hid may come to light.
        known.addAll(errors(trial.tester().lint(trial.files())));
        Trial slipped = new Trial(trial.tester(), files);
        boolean exact = files.equals(trial.files());
        revealing += check(slipped, report, known, finding, fix, exact, seed) ? 0 : 1;
        made++;
      }
    }
    // A field that is read again, a reference that leads somewhere again, may show the next
    // mistake.
    assertThat(revealing * 100).as("fixes that brought an error to light").isLessThan(FIXES);
  }

  @Test
  void all_fixes_together_leave_what_can_be_read_and_nothing_to_fix() {
    List<Trial> examples = examples();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + FIXES; seed++) {
      Random random = new Random(seed);
      Trial trial = examples.get(random.nextInt(examples.size()));
      Map<String, String> files = trial.files();
      for (int slips = 1 + random.nextInt(4); slips > 0; slips--) {
        files = Mutations.of(files, random);
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
   * @param exact whether it mends an example as it is written, without a slip
   * @return whether all errors afterwards are known
   */
  private static boolean check(
      Trial trial,
      LintReport before,
      Set<String> known,
      Finding finding,
      Fix fix,
      boolean exact,
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
    news.removeIf(one -> one.severity() != Severity.ERROR || known.contains(text(one)));
    assertThat(news).as(story).hasSizeLessThanOrEqualTo(1);
    // Behind a slip, what a fix writes may be wrong for the slip.
    assertThat(news).as(story).noneMatch(one -> exact && fix.safe() && isWritten(one, fix));
    assertThat(after.resources()).as(story).isEqualTo(before.resources() + addedDocuments(fix));
    return news.isEmpty();
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

  /** Whether a finding is about a piece that a fix wrote. */
  private static boolean isWritten(Finding finding, Fix fix) {
    String file = finding.place().file().name();
    int moved = 0;
    for (TextEdit edit : sorted(fix, file)) {
      int start = edit.start() + moved;
      int end = start + edit.text().length();
      if (finding.place().start() < end && finding.place().end() > start) {
        return true;
      }
      moved += edit.text().length() - (edit.end() - edit.start());
    }
    return false;
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
