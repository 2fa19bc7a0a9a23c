package dev.meshlint.core.report;

import dev.meshlint.core.finding.Severity;

/** The colours of a terminal, or none. */
enum Style {
  /** No colours. */
  PLAIN,
  /** ANSI escapes. */
  COLOUR;

  private static final String RESET = "\u001b[0m";

  String bold(String text) {
    return paint("\u001b[1m", text);
  }

  String dim(String text) {
    return paint("\u001b[2m", text);
  }

  String severity(Severity severity, String text) {
    return paint(
        switch (severity) {
          case ERROR -> "\u001b[1;31m";
          case WARNING -> "\u001b[1;33m";
          case INFO -> "\u001b[1;36m";
        },
        text);
  }

  /** What belongs to a finding but is not its place. */
  String related(String text) {
    return paint("\u001b[94m", text);
  }

  private String paint(String start, String text) {
    return this == PLAIN ? text : start + text + RESET;
  }
}
