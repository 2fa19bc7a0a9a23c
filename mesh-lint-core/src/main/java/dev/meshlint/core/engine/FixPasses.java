package dev.meshlint.core.engine;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.FixReport;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.FixApplier;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.source.Replacement;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.source.SourceSet;
import dev.meshlint.core.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Repairs in several passes: fixes that do not get into each other's way are made together, the result is linted again,
 * and what was in the way comes next. A repair that would leave a file unreadable is not made. Used by one thread.
 */
public final class FixPasses {
  private static final int MOST_PASSES = 10;

  /** A character that stands for bytes that are no text: such a file cannot be written back as it was. */
  private static final char REPLACEMENT_CHARACTER = '\uFFFD';

  /** What a repair may not bring about. */
  private static final Set<String> BROKEN = Set.of("yaml-syntax", YamlProblem.DUPLICATE_KEY);

  private final Function<SourceSet, LintReport> linter;
  private final boolean unsafe;
  private final Set<String> refused = new HashSet<>();
  private final Map<Object, Replacement> replacements = new LinkedHashMap<>();
  private SourceSet sources;
  private LintReport report;
  private int repaired;

  private FixPasses(SourceSet sources, boolean unsafe, Function<SourceSet, LintReport> linter) {
    this.linter = linter;
    this.unsafe = unsafe;
    this.sources = sources;
    this.report = linter.apply(this.sources);
  }

  /**
   * Repairs what can be repaired. Context is read but never changed.
   *
   * @param sources what is linted, which can be read several times
   * @param unsafe whether fixes are made that may change what the files mean
   * @param linter lints sources
   */
  public static FixReport run(
      SourceSet sources, boolean unsafe, Function<SourceSet, LintReport> linter) {
    FixPasses passes = new FixPasses(sources, unsafe, linter);
    LintReport before = passes.report;
    boolean more = true;
    for (int pass = 0; pass < MOST_PASSES && more; pass++) {
      more = passes.apply(passes.wanted());
    }
    LintReport after = passes.report.withRepaired(passes.repaired);
    return new FixReport(before, after, passes.changed());
  }

  private List<Finding> wanted() {
    List<Finding> wanted = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (fix(finding) != null && !refused.contains(name(finding))) {
        wanted.add(finding);
      }
    }
    return wanted;
  }

  /** The best fix of a finding that may be made; null if there is none. */
  private @Nullable Fix fix(Finding finding) {
    for (Fix fix : finding.fixes()) {
      if ((fix.safe() || unsafe) && isPossible(fix)) {
        return fix;
      }
    }
    return null;
  }

  private static boolean isPossible(Fix fix) {
    for (TextEdit edit : fix.edits()) {
      Source source = edit.file().source();
      boolean kept = edit.file().text().indexOf(REPLACEMENT_CHARACTER) >= 0;
      if (source == null || source.context() || kept) {
        return false;
      }
    }
    return !fix.edits().isEmpty();
  }

  /** Makes as many of the fixes as go together, and says whether that changed anything. */
  private boolean apply(List<Finding> findings) {
    FixApplier applier = new FixApplier();
    int made = 0;
    for (Finding finding : findings) {
      Fix fix = fix(finding);
      made += fix != null && applier.add(fix) ? 1 : 0;
    }
    Map<SourceFile, String> texts = applier.texts();
    texts.entrySet().removeIf(entry -> entry.getKey().text().equals(entry.getValue()));
    if (texts.isEmpty()) {
      return false;
    }
    SourceSet next = with(texts);
    LintReport nextReport = linter.apply(next);
    if (broken(nextReport) > broken(report)) {
      return applyLess(findings);
    }
    sources = next;
    report = nextReport;
    repaired += made;
    texts.forEach(this::remember);
    return true;
  }

  /** One of several fixes does harm, or several do together: tries half of them. One alone is not tried again. */
  private boolean applyLess(List<Finding> findings) {
    int half = findings.size() / 2;
    if (half > 0) {
      return apply(findings.subList(0, half)) || apply(findings.subList(half, findings.size()));
    }
    refused.add(name(findings.get(0)));
    return true;
  }

  private static String name(Finding finding) {
    return finding.place().file().name() + '\n' + finding.rule() + '\n' + finding.message();
  }

  private static int broken(LintReport report) {
    int broken = 0;
    for (Finding finding : report.findings()) {
      broken += BROKEN.contains(finding.rule()) ? 1 : 0;
    }
    return broken;
  }

  private SourceSet with(Map<SourceFile, String> texts) {
    Map<Object, String> byKey = new LinkedHashMap<>();
    texts.forEach((file, text) -> byKey.put(key(file), text));
    List<Source> next = new ArrayList<>(sources.sources().size());
    for (Source source : sources.sources()) {
      String text = byKey.get(key(source));
      next.add(text == null ? source : source.withText(text));
    }
    return sources.withSources(next);
  }

  private void remember(SourceFile file, String text) {
    replacements.merge(
        nameKey(file),
        new Replacement(file, text),
        (old, made) -> new Replacement(old.file(), made.text()));
  }

  private static Object nameKey(SourceFile file) {
    Source source = file.source();
    Object path = source == null ? null : source.path();
    return path == null ? file.name() : path;
  }

  private static Object key(SourceFile file) {
    Source source = file.source();
    return source == null ? file : key(source);
  }

  private static Object key(Source source) {
    Object path = source.path();
    return path == null ? source : path;
  }

  private List<Replacement> changed() {
    List<Replacement> changed = new ArrayList<>();
    for (Replacement replacement : replacements.values()) {
      if (!replacement.text().equals(replacement.file().text())) {
        changed.add(replacement);
      }
    }
    changed.sort(Comparator.comparing(Replacement::name));
    return changed;
  }
}
