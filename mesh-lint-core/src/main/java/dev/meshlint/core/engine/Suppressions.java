package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.engine.FindingWriter.Written;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.SuppressedFinding;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which findings are suppressed, and which suppressions are of no use. Used by one thread. */
final class Suppressions {
  private static final String UNUSED = "suppression-unused";
  private static final String EXPIRED = "suppression-expired";
  private static final String WITHOUT_REASON = "suppression-without-reason";

  /** Istio's own suppressions: codes of {@code istioctl analyze}, or {@code *} for all of them. */
  private static final String ISTIO_ANNOTATION = "galley.istio.io/analyze-suppress";

  private static final String ISTIO_CODE = "IST";

  private final Catalogue catalogue;
  private final RuleLevels levels;
  private final Map<SourceFile, FileSuppressions> files = new IdentityHashMap<>();
  private final List<FileSuppressions> inOrder = new ArrayList<>();
  private final ConfiguredSuppressions configured;

  Suppressions(Catalogue catalogue, RuleLevels levels, ConfiguredSuppressions configured) {
    this.catalogue = catalogue;
    this.levels = levels;
    this.configured = configured;
  }

  /** Takes the suppressions of a file and of the resources in it. */
  void add(YamlFile file, List<Resource> resources, int mesh, LocalDate today) {
    configured.see(file.file(), resources);
    FileSuppressions found = FileSuppressions.of(file, resources, catalogue, mesh, today);
    if (found != null) {
      files.put(file.file(), found);
      inOrder.add(found);
    }
  }

  /** A finding as one that is suppressed; null if it is not. */
  @Nullable SuppressedFinding cover(Written written) {
    Finding finding = written.finding();
    if (finding.rule().equals(RuleLevels.INTERNAL_ERROR)) {
      return null;
    }
    FileSuppressions ofFile = files.get(finding.place().file());
    Suppression inFile =
        ofFile == null ? null : ofFile.cover(finding.rule(), finding.place().start());
    if (inFile == null && ofFile != null && written.valueStart() >= 0) {
      // Inside a block there can be no comment: one at or above its first line covers it.
      inFile = ofFile.cover(finding.rule(), written.valueStart());
    }
    Suppression inConfiguration = configured.cover(finding);
    if (inFile != null) {
      return new SuppressedFinding(finding, true, inFile.directive().reason());
    }
    if (inConfiguration != null) {
      return new SuppressedFinding(finding, false, inConfiguration.directive().reason());
    }
    return coveredByIstio(written) ? new SuppressedFinding(finding, true, "") : null;
  }

  private static boolean coveredByIstio(Written written) {
    Resource resource = written.resource();
    String codes = resource == null ? null : resource.annotation(ISTIO_ANNOTATION);
    if (codes == null) {
      return false;
    }
    for (String word : codes.split(",", -1)) {
      String code = word.strip();
      for (String equivalent : written.finding().equivalents()) {
        if (code.equals("*") ? equivalent.startsWith(ISTIO_CODE) : code.equals(equivalent)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is wrong with the suppressions themselves, once all findings have been asked about. */
  List<Draft> problems() {
    List<Draft> problems = new ArrayList<>();
    configured.forEach((suppression, inView) -> addProblems(suppression, inView, problems));
    for (FileSuppressions file : inOrder) {
      for (Suppression suppression : file.all()) {
        addProblems(suppression, file.isReadable(), problems);
      }
    }
    return problems;
  }

  /**
   * Adds what is wrong with a suppression.
   *
   * @param judged whether it would have suppressed something if there was anything to suppress
   */
  private void addProblems(Suppression suppression, boolean judged, List<Draft> problems) {
    Directive directive = suppression.directive();
    if (directive.problem() != null) {
      problems.add(draft(UNUSED, suppression, directive.problem() + ", so nothing is suppressed"));
      return;
    }
    if (directive.reason().isEmpty()) {
      problems.add(draft(WITHOUT_REASON, suppression, "the suppression gives no reason"));
    }
    for (String name : suppression.unknown()) {
      problems.add(unknown(suppression, name));
    }
    if (!suppression.holds()) {
      problems.add(
          draft(
              EXPIRED,
              suppression,
              "the suppression expired on " + directive.until() + " and no longer hides anything"));
    } else if (judged) {
      addUnused(suppression, problems);
    }
  }

  private void addUnused(Suppression suppression, List<Draft> problems) {
    List<String> unused = suppression.unused();
    if (suppression.directive().rules().isEmpty() && !suppression.wasUsed()) {
      problems.add(
          removable(draft(UNUSED, suppression, "nothing is found here to suppress"), suppression));
    }
    for (String rule : unused) {
      if (levels.mayRun(levels.info(rule))) {
        Draft draft = draft(UNUSED, suppression, "\"" + rule + "\" finds nothing here to suppress");
        problems.add(
            suppression.directive().rules().size() == 1 ? removable(draft, suppression) : draft);
      }
    }
  }

  private Draft unknown(Suppression suppression, String name) {
    Draft draft =
        draft(UNUSED, suppression, "no rule is called \"" + name + "\", so nothing is suppressed");
    LintRun.didYouMean(draft, NearMiss.suggestion(name, catalogue.ids()));
    return draft;
  }

  private Draft draft(String rule, Suppression suppression, String message) {
    Draft draft = new Draft(levels.info(rule), suppression.place(), message);
    draft.mesh = suppression.mesh();
    return draft;
  }

  private static Draft removable(Draft draft, Suppression suppression) {
    List<TextEdit> edits = new ArrayList<>(2);
    for (Place removal : suppression.removals()) {
      edits.add(new TextEdit(removal.file(), removal.start(), removal.end(), ""));
    }
    if (!edits.isEmpty()) {
      draft.fix(new Fix("delete the suppression", true, edits));
    }
    return draft;
  }
}
