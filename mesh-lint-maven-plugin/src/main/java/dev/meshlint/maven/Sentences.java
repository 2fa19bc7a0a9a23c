package dev.meshlint.maven;

import dev.meshlint.core.finding.Finding;

/** Findings as a build says them. */
final class Sentences {
  private Sentences() {}

  /** What is wrong, what may help, and the rule that says so. */
  static String of(Finding finding) {
    String help = finding.help() == null ? "" : " (" + finding.help() + ")";
    return finding.message() + help + " [" + finding.rule() + "]";
  }
}
