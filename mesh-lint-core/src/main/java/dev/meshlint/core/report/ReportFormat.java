package dev.meshlint.core.report;

import dev.meshlint.core.catalog.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats of reports. */
public enum ReportFormat {
  /** For people. */
  TEXT("mesh-lint.txt"),
  /** For programs. */
  JSON("mesh-lint.json"),
  /** For code scanning: SARIF 2.1.0. */
  SARIF("mesh-lint.sarif"),
  /** For build servers: JUnit XML. */
  JUNIT("TEST-mesh-lint.xml"),
  /** For servers and editors: Checkstyle XML. */
  CHECKSTYLE("checkstyle.xml"),
  /** For GitHub Actions: annotations. */
  GITHUB("mesh-lint.github"),
  /** For GitLab: code quality. */
  GITLAB("gl-code-quality-report.json"),
  /** For summaries and comments: a Markdown table. */
  MARKDOWN("mesh-lint.md"),
  /** For people who were not there: one HTML file with a picture of the mesh. */
  HTML("mesh-lint.html");

  private final String fileName;

  ReportFormat(String fileName) {
    this.fileName = fileName;
  }

  /** How users name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The file that it is written to where nobody names one: the one in which the programs that read the format look. */
  public String fileName() {
    return fileName;
  }

  /** The format with this label; null if there is none. */
  public static @Nullable ReportFormat of(String label) {
    for (ReportFormat format : values()) {
      if (format.label().equals(label)) {
        return format;
      }
    }
    return null;
  }

  /** The labels of all formats. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (ReportFormat format : values()) {
      labels.add(format.label());
    }
    return labels;
  }

  /**
   * Makes the reporter of a run. That for text has no colours.
   *
   * @param meshes the meshes of the run, for the formats that show them
   * @param loader sees the catalogue and the reporters that are not part of this module
   * @throws IllegalStateException if the loader does not see the reporter for this format
   */
  public Reporter reporter(List<ReportedMesh> meshes, ClassLoader loader) {
    return switch (this) {
      case TEXT -> new TextReporter(false, TextReporter.Detail.NORMAL);
      case JSON -> new JsonReporter();
      case SARIF -> new SarifReporter(Catalogue.load(loader));
      case JUNIT -> new JunitReporter();
      case CHECKSTYLE -> new CheckstyleReporter();
      case GITHUB -> new GithubReporter();
      case GITLAB -> new GitlabReporter();
      case MARKDOWN -> new MarkdownReporter();
      case HTML -> MeshReporterFactory.of(this, loader).reporter(Catalogue.load(loader), meshes);
    };
  }
}
