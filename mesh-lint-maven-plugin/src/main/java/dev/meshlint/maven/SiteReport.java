package dev.meshlint.maven;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.report.ReportFormat;
import dev.meshlint.core.report.ReportedMesh;
import dev.meshlint.core.report.Summary;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.AbstractMavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/** Writes a page with all findings for the site of the project. Never fails on findings. */
@Mojo(name = "report", threadSafe = true)
public final class SiteReport extends AbstractMavenReport {
  /** The folder of the site with the report that has the picture: the page itself would have the same name beside it. */
  private static final String WHOLE = "mesh-lint";

  /** The folders and files to lint, understood together; by default the usual ones, as in the goal check. */
  @Parameter(property = "meshlint.sources")
  private @Nullable List<String> sources;

  /** The configuration file; by default .mesh-lint.yaml of the project's folder or of one above it. */
  @Parameter(property = "meshlint.config")
  private @Nullable File config;

  /** Patterns of the files to take from folders, as in the goal check. */
  @Parameter(property = "meshlint.includes")
  private @Nullable List<String> includes;

  /** Patterns of files and folders to leave out, as in the goal check. */
  @Parameter(property = "meshlint.excludes")
  private @Nullable List<String> excludes;

  /** A baseline, as in the goal check. */
  @Parameter(property = "meshlint.baseline")
  private @Nullable File baseline;

  /** The project's folder. */
  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private File folder = new File(".");

  @Override
  public String getOutputPath() {
    return "mesh-lint";
  }

  /** Site plugins before version 4 ask this one. */
  @Override
  @SuppressWarnings("deprecation")
  public String getOutputName() {
    return getOutputPath();
  }

  @Override
  public String getName(Locale locale) {
    return "mesh-lint";
  }

  @Override
  public String getDescription(Locale locale) {
    return "Mistakes in the manifests of service meshes";
  }

  @Override
  public boolean canGenerateReport() {
    return !setup().paths().isEmpty();
  }

  private LintSetup setup() {
    return LintSetup.of(folder, sources, includes, excludes, config, baseline);
  }

  @Override
  protected void executeReport(Locale locale) throws MavenReportException {
    Path whole = getReportOutputDirectory().toPath().resolve(WHOLE);
    Reports reports = new Reports(whole, List.of(ReportFormat.HTML));
    List<ReportedMesh> meshes = new ArrayList<>();
    LintReport report;
    try {
      report = reports.lint(setup(), meshes);
      reports.write(report, meshes);
    } catch (RuntimeException | MojoExecutionException e) {
      throw new MavenReportException("mesh-lint is not set up: " + e.getMessage(), e);
    }
    write(getSink(), report);
  }

  /** Writes the page. */
  static void write(Sink sink, LintReport report) {
    sink.head();
    sink.title();
    sink.text("mesh-lint");
    sink.title_();
    sink.head_();
    sink.body();
    sink.section1();
    sink.sectionTitle1();
    sink.text("mesh-lint");
    sink.sectionTitle1_();
    sink.paragraph();
    sink.text(Summary.line(report));
    sink.text(". ");
    sink.link(WHOLE + "/" + ReportFormat.HTML.fileName());
    sink.text("The whole report, with a picture of the mesh");
    sink.link_();
    sink.paragraph_();
    if (!report.findings().isEmpty()) {
      table(sink, report.findings());
    }
    sink.section1_();
    sink.body_();
    sink.flush();
    sink.close();
  }

  private static void table(Sink sink, List<Finding> findings) {
    sink.table();
    sink.tableRows();
    row(sink, true, List.of("severity", "place", "finding", "rule"));
    for (Finding finding : findings) {
      List<String> cells = new ArrayList<>();
      cells.add(finding.severity().label());
      cells.add(finding.place().file().name() + ":" + finding.place().line());
      cells.add(finding.message() + (finding.help() == null ? "" : " (" + finding.help() + ")"));
      cells.add(finding.rule());
      row(sink, false, cells);
    }
    sink.tableRows_();
    sink.table_();
  }

  private static void row(Sink sink, boolean heading, List<String> cells) {
    sink.tableRow();
    for (String cell : cells) {
      if (heading) {
        sink.tableHeaderCell();
        sink.text(cell);
        sink.tableHeaderCell_();
      } else {
        sink.tableCell();
        sink.text(cell);
        sink.tableCell_();
      }
    }
    sink.tableRow_();
  }
}
