package dev.meshlint.maven;

import dev.meshlint.core.config.FailOn;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.report.ReportFormat;
import dev.meshlint.core.report.ReportedMesh;
import dev.meshlint.core.report.Summary;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/** Lints manifests, writes reports and fails the build on findings. Does nothing where nothing changed since it passed. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends LintMojo {
  /** The least severity that fails the build: error, warning, info or never; by default that of the configuration, or error. */
  @Parameter(property = "meshlint.failOn", defaultValue = "")
  private String failOn = "";

  /** The formats of the reports: text, json, sarif, junit, checkstyle, github, gitlab, markdown, html. */
  @Parameter(property = "meshlint.formats", defaultValue = "json,sarif,junit")
  private List<String> formats = List.of("json", "sarif", "junit");

  /** The folder for reports; by default mesh-lint in the folder that the build writes to. */
  @Parameter(property = "meshlint.reports")
  private @Nullable File reports;

  /** What is built; one without a file where there is no project. */
  @Parameter(defaultValue = "${project}", readonly = true)
  private @Nullable MavenProject project;

  /** Whether it runs again although nothing changed since it passed. */
  @Parameter(property = "meshlint.force", defaultValue = "false")
  private boolean force;

  /** The version of m2e, where Eclipse runs the build. */
  @Parameter(property = "m2e.version", readonly = true)
  private @Nullable String eclipse;

  private final Editor editor;

  /**
   * Makes the goal.
   *
   * @param context the IDE, where one runs the build
   */
  @Inject
  public CheckMojo(BuildContext context) {
    this.editor = new Editor(context);
  }

  @Override
  void run(LintSetup setup) throws MojoExecutionException, MojoFailureException {
    FailOn least = failOn(setup);
    Reports written = new Reports(folder(setup), formats());
    SortedMap<Path, String> inputs = Inputs.of(setup);
    Passed passed = new Passed(written.folder());
    String state =
        Passed.state(setup.directory(), inputs, setup.paths() + " " + formats + " " + least);
    if (!force && isTold(setup) && passed.holds(state)) {
      getLog().info("nothing changed since the manifests passed");
      return;
    }
    List<ReportedMesh> meshes = new ArrayList<>();
    LintReport report = written.lint(setup, meshes);
    written.write(report, meshes);
    tell(report, inputs, setup);
    getLog().info(Summary.line(report));
    judge(report, least, setup, written.folder());
    if (!report.isEmpty() && !least.fails(report)) {
      passed.keep(state);
    }
  }

  private Path folder(LintSetup setup) {
    if (reports != null) {
      return reports.toPath();
    }
    if (project == null || project.getFile() == null) {
      return setup.directory().resolve("target/mesh-lint");
    }
    return setup.directory().resolve(project.getBuild().getDirectory()).resolve("mesh-lint");
  }

  private FailOn failOn(LintSetup setup) throws MojoExecutionException {
    FailOn configured = setup.config().failOn();
    FailOn least = failOn.isEmpty() ? configured : FailOn.of(failOn.toLowerCase(Locale.ROOT));
    if (least == null && !failOn.isEmpty()) {
      throw new MojoExecutionException(
          "failOn takes error, warning, info or never, not \"" + failOn + "\"");
    }
    return least == null ? FailOn.ERROR : least;
  }

  private List<ReportFormat> formats() throws MojoExecutionException {
    List<ReportFormat> all = new ArrayList<>();
    for (String name : formats) {
      ReportFormat format = ReportFormat.of(name);
      if (format == null) {
        throw new MojoExecutionException(
            "formats takes " + String.join(", ", ReportFormat.labels()) + ", not \"" + name + "\"");
      }
      all.add(format);
    }
    return all;
  }

  /** Whether everything that was said still stands where people look, and the inputs tell whether it is still true. */
  private boolean isTold(LintSetup setup) {
    for (String path : setup.paths()) {
      // Around a single file, the whole project is read.
      if (!Files.isDirectory(setup.directory().resolve(path))) {
        return false;
      }
    }
    return eclipse == null || editor.remembers();
  }

  private void tell(LintReport report, SortedMap<Path, String> inputs, LintSetup setup) {
    if (eclipse == null) {
      report.findings().forEach(finding -> log(finding, setup));
    } else {
      editor.show(report.findings(), inputs.keySet(), setup.directory());
    }
  }

  private void judge(LintReport report, FailOn least, LintSetup setup, Path folder)
      throws MojoExecutionException, MojoFailureException {
    if (report.hasFailed()) {
      throw new MojoExecutionException("mesh-lint failed: " + report.errors());
    }
    if (report.isEmpty() && !setup.named().isEmpty()) {
      throw new MojoExecutionException(
          "nothing was linted, so nothing is proven: is there a manifest in the sources?");
    }
    // Eclipse has them at their lines, and would only add one more at the POM.
    if (least.fails(report) && eclipse == null) {
      throw new MojoFailureException(
          Summary.line(report)
              + ": see above and "
              + folder
              + "; mvn mesh-lint:explain -Dmeshlint.rule=RULE says what a rule means, mvn mesh-lint:fix repairs what"
              + " is safe to repair");
    }
  }
}
