package dev.meshlint.maven;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.config.ConfigException;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.report.JsonReporter;
import dev.meshlint.core.report.JunitReporter;
import dev.meshlint.core.report.Reporter;
import dev.meshlint.core.report.SarifReporter;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lints manifests and fails the build on findings. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractMojo {
  /** Folders that are linted where they exist and none is configured. */
  private static final List<String> USUAL =
      List.of("src/main/kubernetes", "src/main/k8s", "k8s", "deploy", "manifests");

  /** Leaves the check out. */
  @Parameter(property = "meshlint.skip", defaultValue = "false")
  private boolean skip;

  /** The folders and files to lint, understood together; by default src/main/kubernetes, src/main/k8s, k8s, deploy, manifests. */
  @Parameter(property = "meshlint.sources")
  private @Nullable List<String> sources;

  /** The least severity that fails the build: error, warning, info or never. */
  @Parameter(property = "meshlint.failOn", defaultValue = "error")
  private String failOn = "error";

  /** The configuration file; by default .mesh-lint.yaml of the project's folder or of one above it. */
  @Parameter(property = "meshlint.config")
  private @Nullable File config;

  /** The folder for reports. */
  @Parameter(property = "meshlint.reports", defaultValue = "${project.build.directory}/mesh-lint")
  private File reports = new File("target/mesh-lint");

  /** The project's folder. */
  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private File basedir = new File(".");

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("mesh-lint is skipped");
      return;
    }
    List<String> paths = paths();
    if (paths.isEmpty()) {
      getLog().info("no manifests: none of " + String.join(", ", USUAL) + " exists");
      return;
    }
    LintReport report = lint(paths);
    log(report);
    write(report);
    judge(report);
  }

  private List<String> paths() {
    if (sources != null && !sources.isEmpty()) {
      return sources;
    }
    List<String> existing = new ArrayList<>();
    for (String folder : USUAL) {
      if (new File(basedir, folder).isDirectory()) {
        existing.add(folder);
      }
    }
    return existing;
  }

  private LintReport lint(List<String> paths) throws MojoExecutionException {
    try {
      Path directory = basedir.toPath();
      Path file = config == null ? LintConfig.find(directory) : config.toPath();
      MeshLint.Builder builder = MeshLint.builder().directory(directory);
      if (file != null) {
        builder.config(LintConfig.load(file));
      }
      return builder.build().lint(LintRequest.of(paths));
    } catch (ConfigException | IllegalArgumentException e) {
      throw new MojoExecutionException("mesh-lint is not set up: " + e.getMessage(), e);
    }
  }

  private void log(LintReport report) {
    for (Finding finding : report.findings()) {
      String text =
          new File(basedir, finding.place().file().name())
              + ":["
              + finding.place().line()
              + ","
              + finding.place().column()
              + "] "
              + finding.message()
              + (finding.help() == null ? "" : " (" + finding.help() + ")")
              + " ["
              + finding.rule()
              + "]";
      switch (finding.severity()) {
        case ERROR -> getLog().error(text);
        case WARNING -> getLog().warn(text);
        case INFO -> getLog().info(text);
      }
    }
  }

  private void write(LintReport report) throws MojoExecutionException {
    Map<String, Reporter> formats =
        Map.of(
            "mesh-lint.json", new JsonReporter(),
            "mesh-lint.sarif", new SarifReporter(Catalogue.load(CheckMojo.class.getClassLoader())),
            "TEST-mesh-lint.xml", new JunitReporter());
    try {
      Files.createDirectories(reports.toPath());
      for (Map.Entry<String, Reporter> format : formats.entrySet()) {
        try (Writer writer = Files.newBufferedWriter(reports.toPath().resolve(format.getKey()))) {
          format.getValue().write(report, writer);
        }
      }
    } catch (IOException e) {
      throw new MojoExecutionException("reports cannot be written: " + e.getMessage(), e);
    }
  }

  private void judge(LintReport report) throws MojoExecutionException, MojoFailureException {
    if (report.hasFailed()) {
      throw new MojoExecutionException("mesh-lint failed: " + report.errors());
    }
    if (failOn.equals("never")) {
      return;
    }
    if (report.hasAtLeast(severity())) {
      throw new MojoFailureException(
          report.count(Severity.ERROR)
              + " errors and "
              + report.count(Severity.WARNING)
              + " warnings in manifests, see above and "
              + reports);
    }
  }

  private Severity severity() throws MojoExecutionException {
    try {
      return Severity.valueOf(failOn.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(
          "failOn takes error, warning, info or never, not \"" + failOn + "\"", e);
    }
  }
}
