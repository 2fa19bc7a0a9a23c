package dev.meshlint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats of reports. */
enum ReportFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For code scanning: SARIF 2.1.0. */
  SARIF,
  /** For build servers: JUnit XML. */
  JUNIT,
  /** For servers and editors: Checkstyle XML. */
  CHECKSTYLE,
  /** For GitHub Actions: annotations. */
  GITHUB,
  /** For GitLab: code quality. */
  GITLAB,
  /** For summaries and comments: a Markdown table. */
  MARKDOWN,
  /** For people who were not there: one HTML file with a picture of the mesh. */
  HTML;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable ReportFormat of(String label) {
    for (ReportFormat format : values()) {
      if (format.label().equals(label)) {
        return format;
      }
    }
    return null;
  }

  static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (ReportFormat format : values()) {
      labels.add(format.label());
    }
    return labels;
  }
}
