package dev.meshlint.maven;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.config.FailOn;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.report.CheckstyleReporter;
import dev.meshlint.core.report.GitlabReporter;
import dev.meshlint.core.report.JsonReporter;
import dev.meshlint.core.report.JunitReporter;
import dev.meshlint.core.report.MarkdownReporter;
import dev.meshlint.core.report.Reporter;
import dev.meshlint.core.report.SarifReporter;
import dev.meshlint.core.report.TextReporter;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lints manifests, writes reports and fails the build on findings. Does nothing where nothing changed since it passed. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends LintMojo {
  /** The least severity that fails the build: error, warning, info or never; by default that of the configuration, or error. */
  @Parameter(property = "meshlint.failOn", defaultValue = "")
  private String failOn = "";

  /** The formats of the reports: text, json, sarif, junit, checkstyle, gitlab, markdown. */
  @Parameter(property = "meshlint.formats", defaultValue = "json,sarif,junit")
  private List<String> formats = List.of("json", "sarif", "junit");

  /** The folder for reports. */
  @Parameter(property = "meshlint.reports", defaultValue = "${project.build.directory}/mesh-lint")
  private File reports = new File("target/mesh-lint");

  /** Whether it runs again although nothing changed since it passed. */
  @Parameter(property = "meshlint.force", defaultValue = "false")
  private boolean force;

  @Override
  void run(List<String> paths) throws MojoExecutionException, MojoFailureException {
    FailOn least = failOn();
    Passed passed = new Passed(reports.toPath());
    String state = Passed.state(directory(), inputs(paths), paths + " " + formats + " " + least);
    if (!force && passed.holds(state)) {
      getLog().info("nothing changed since the manifests passed");
      return;
    }
    LintReport report = linterWithBaseline().build().lint(request(paths));
    report.findings().forEach(this::log);
    write(report);
    judge(report, least);
    if (!report.isEmpty()) {
      passed.keep(state);
    }
  }

  private FailOn failOn() throws MojoExecutionException {
    FailOn configured = config().failOn();
    FailOn least = failOn.isEmpty() ? configured : FailOn.of(failOn.toLowerCase(Locale.ROOT));
    if (least == null && !failOn.isEmpty()) {
      throw new MojoExecutionException(
          "failOn takes error, warning, info or never, not \"" + failOn + "\"");
    }
    return least == null ? FailOn.ERROR : least;
  }

  /** What the outcome depends on. */
  private List<Path> inputs(List<String> paths) {
    List<Path> inputs = new ArrayList<>();
    paths.forEach(path -> inputs.add(directory().resolve(path)));
    Path file = configFile();
    if (file != null) {
      inputs.add(file);
      for (String path : config().contextFrom(directory())) {
        inputs.add(directory().resolve(path));
      }
      config().crds().forEach(path -> inputs.add(file.resolveSibling(path)));
    }
    inputs.add(baselineFile());
    return inputs;
  }

  private void write(LintReport report) throws MojoExecutionException {
    try {
      Files.createDirectories(reports.toPath());
      for (String format : formats) {
        Path file = reports.toPath().resolve(fileName(format));
        try (Writer writer = Files.newBufferedWriter(file)) {
          reporter(format).write(report, writer);
        }
      }
    } catch (IOException e) {
      throw new MojoExecutionException("reports cannot be written: " + e.getMessage(), e);
    }
  }

  private static String fileName(String format) {
    return switch (format) {
      case "junit" -> "TEST-mesh-lint.xml";
      case "checkstyle" -> "checkstyle.xml";
      case "text" -> "mesh-lint.txt";
      case "markdown" -> "mesh-lint.md";
      case "gitlab" -> "gl-code-quality-report.json";
      default -> "mesh-lint." + format;
    };
  }

  private static Reporter reporter(String format) throws MojoExecutionException {
    return switch (format) {
      case "text" -> new TextReporter(false, TextReporter.Detail.NORMAL);
      case "json" -> new JsonReporter();
      case "sarif" -> new SarifReporter(Catalogue.load(CheckMojo.class.getClassLoader()));
      case "junit" -> new JunitReporter();
      case "checkstyle" -> new CheckstyleReporter();
      case "gitlab" -> new GitlabReporter();
      case "markdown" -> new MarkdownReporter();
      default ->
          throw new MojoExecutionException(
              "formats takes text, json, sarif, junit, checkstyle, gitlab and markdown, not \""
                  + format
                  + "\"");
    };
  }

  private void judge(LintReport report, FailOn least)
      throws MojoExecutionException, MojoFailureException {
    if (report.hasFailed()) {
      throw new MojoExecutionException("mesh-lint failed: " + report.errors());
    }
    if (report.isEmpty() && areNamed()) {
      throw new MojoExecutionException(
          "nothing was linted, so nothing is proven: is there a manifest in the sources?");
    }
    if (least.fails(report)) {
      throw new MojoFailureException(
          report.count(Severity.ERROR)
              + " errors and "
              + report.count(Severity.WARNING)
              + " warnings in manifests, see above and "
              + reports
              + "; mvn mesh-lint:explain -Dmeshlint.rule=RULE says what a rule means");
    }
  }
}
