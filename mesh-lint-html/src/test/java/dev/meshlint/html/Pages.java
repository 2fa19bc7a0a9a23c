package dev.meshlint.html;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.ResourceId;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.finding.SuppressedFinding;
import dev.meshlint.core.report.ReportedMesh;
import dev.meshlint.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Pages as a run writes them. */
final class Pages {
  private static final Catalogue CATALOGUE = Catalogue.load(Pages.class.getClassLoader());

  private Pages() {}

  /** The page about what is found in a manifest by all rules. */
  static String of(String manifest) {
    return of(LintRequest.ofText("shop.yaml", manifest));
  }

  /** The page about what is found. */
  static String of(LintRequest request) {
    List<ReportedMesh> meshes = new ArrayList<>();
    LintReport report = lint(request, meshes);
    return write(report, meshes);
  }

  /** The page about one finding with this text on every line of a file. */
  static String onEveryLine(String file, String manifest, String message) {
    SourceFile source = new SourceFile(file, manifest);
    List<Finding> findings = new ArrayList<>();
    for (int line = 1; line <= source.lineCount(); line++) {
      int start = source.lineStart(line);
      Place place = new Place(source, start, start + source.lineText(line).length());
      findings.add(finding(place, message));
    }
    List<ReportedMesh> meshes = new ArrayList<>();
    lint(LintRequest.ofText(file, manifest), meshes);
    List<SuppressedFinding> suppressed =
        List.of(new SuppressedFinding(findings.get(0), true, "meant to be there"));
    return write(new LintReport(findings, suppressed, List.of(), List.of(message), 1, 1), meshes);
  }

  private static LintReport lint(LintRequest request, List<ReportedMesh> meshes) {
    return MeshLint.builder().observer((report, all) -> meshes.addAll(all)).build().lint(request);
  }

  private static Finding finding(Place place, String message) {
    return new Finding(
        "istio-undefined-subset",
        null,
        Severity.ERROR,
        Certainty.CERTAIN,
        null,
        "correctness",
        message,
        place,
        new ResourceId("v1", "Secret", message, message),
        message,
        message,
        List.of(),
        List.of(),
        message,
        List.of());
  }

  private static String write(LintReport report, List<ReportedMesh> meshes) {
    StringBuilder out = new StringBuilder();
    try {
      new HtmlReporter(CATALOGUE, meshes).write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
