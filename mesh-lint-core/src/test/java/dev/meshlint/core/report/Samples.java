package dev.meshlint.core.report;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Related;
import dev.meshlint.core.finding.ResourceId;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.finding.Skipped;
import dev.meshlint.core.finding.SuppressedFinding;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.source.SourceFile;
import java.util.List;

/** Reports as they come out of a run. */
final class Samples {
  private static final SourceFile ROUTE =
      new SourceFile("deploy/route.yaml", "\n".repeat(11) + "        subset: v2\n");
  private static final SourceFile RULE = new SourceFile("deploy/rule.yaml", "host: backend\n");

  private Samples() {}

  static LintReport report() {
    Place subset = place(ROUTE, "v2");
    Finding undefined =
        new Finding(
            "istio-undefined-subset",
            null,
            Severity.ERROR,
            Certainty.CERTAIN,
            Evidence.SAME_OBJECT,
            "correctness",
            "subset \"v2\" of host \"backend\" is not defined: DestinationRule production/backend has"
                + " v1",
            subset,
            new ResourceId("networking.istio.io/v1", "VirtualService", "production", "backend"),
            "deploy",
            "spec.http[0].route[0].destination.subset",
            List.of("IST0101", "KIA1107"),
            List.of(new Related(place(RULE, "backend"), "DestinationRule production/backend")),
            "did you mean \"v1\"?",
            List.of(
                new Fix(
                    "use subset \"v1\"",
                    false,
                    List.of(new TextEdit(ROUTE, subset.start(), subset.end(), "v1")))));
    Finding unresolved =
        new Finding(
            "istio-unknown-host",
            "mirror",
            Severity.INFO,
            Certainty.UNRESOLVED,
            null,
            "correctness",
            "host is not in view",
            place(RULE, "host"),
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            List.of());
    return new LintReport(
        List.of(undefined, unresolved),
        List.of(new SuppressedFinding(unresolved, true, "made elsewhere")),
        List.of(
            new Skipped("chart/templates/a.yaml", "Helm template"),
            new Skipped("chart/templates/b.yaml", "Helm template"),
            new Skipped("chart/templates/c.yaml", "Helm template"),
            new Skipped("kustomization.yaml", "kustomization")),
        List.of(),
        3,
        7);
  }

  /** One of each. */
  static List<Reporter> reporters() {
    return List.of(
        new TextReporter(true, TextReporter.Detail.VERBOSE),
        new JsonReporter(),
        new SarifReporter(Catalogue.of(List.of())),
        new JunitReporter(),
        new CheckstyleReporter(),
        new GithubReporter(),
        new GitlabReporter(),
        new MarkdownReporter());
  }

  static LintReport empty() {
    return new LintReport(List.of(), List.of(), List.of(), List.of(), 1, 2);
  }

  /** A report with one finding on a piece of a text. */
  static LintReport on(String text, String piece) {
    int start = text.indexOf(piece);
    Finding finding = on(new SourceFile("a.yaml", text), start, start + piece.length());
    return new LintReport(List.of(finding), List.of(), List.of(), List.of(), 1, 1);
  }

  /** A report with one finding on a place, which speaks of others. */
  static LintReport relating(Place place, Related... related) {
    Finding finding =
        on(place.file(), place.start(), place.end()).elsewhere(place, List.of(related));
    return new LintReport(List.of(finding), List.of(), List.of(), List.of(), 1, 1);
  }

  /** A finding on a piece of a file. */
  static Finding on(SourceFile file, int start, int end) {
    return new Finding(
        "test-rule",
        null,
        Severity.ERROR,
        Certainty.CERTAIN,
        null,
        "correctness",
        "a",
        new Place(file, start, end),
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        List.of());
  }

  /** Where a piece of a file first stands. */
  static Place place(SourceFile file, String piece) {
    int start = file.text().indexOf(piece);
    return new Place(file, start, start + piece.length());
  }
}
