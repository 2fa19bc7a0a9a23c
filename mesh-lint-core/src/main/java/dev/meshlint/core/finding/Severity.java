package dev.meshlint.core.finding;

import java.util.Locale;

/** How bad a finding is, worst last, so that severities compare by order. */
public enum Severity {
  /** Worth knowing; also what could not be decided from the files. */
  INFO,
  /** Works, or is accepted, but not as the reader would think. */
  WARNING,
  /** Rejected by the API server, the admission webhook or the agent, or certainly broken at run time. */
  ERROR;

  /** The name in reports: {@code info}, {@code warning} or {@code error}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
