package shop.checks;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.report.ReportFormat;
import dev.meshlint.core.report.ReportedMesh;
import dev.meshlint.html.HtmlReporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lints inside a module: rules, catalogue, schemas and reporters are found where modules hide their insides. */
public final class Checks {
  private Checks() {}

  public static void main(String[] arguments) throws IOException {
    if (MeshLint.class.getModule().isNamed() && HtmlReporter.class.getModule().isNamed()) {
      System.out.print(report(Path.of(arguments[0])));
    }
  }

  /** The findings and why they matter, and the report in HTML as it is made by one who is looked up. */
  static String report(Path manifests) throws IOException {
    List<ReportedMesh> meshes = new ArrayList<>();
    MeshLint linter = MeshLint.builder().observer((report, all) -> meshes.addAll(all)).build();
    LintReport report = linter.lint(manifests);
    StringBuilder text = new StringBuilder();
    for (Finding finding : report.findings()) {
      text.append(finding.message()).append('\n');
      text.append(linter.rules().catalogue().text(finding.rule()).why()).append('\n');
    }
    ReportFormat.HTML.reporter(meshes, Checks.class.getClassLoader()).write(report, text);
    return text.toString();
  }
}
