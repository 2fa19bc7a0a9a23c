package dev.meshlint.core.config;

import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The severity from which on findings fail a run. */
public enum FailOn {
  /** Errors fail it. */
  ERROR,
  /** Errors and warnings fail it. */
  WARNING,
  /** Any finding fails it. */
  INFO,
  /** Nothing fails it. */
  NEVER;

  /** The name on the command line and in the configuration. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value with this name, or null. */
  public static @Nullable FailOn of(String label) {
    for (FailOn value : values()) {
      if (value.label().equals(label)) {
        return value;
      }
    }
    return null;
  }

  /** Whether this report fails the run. */
  public boolean fails(LintReport report) {
    return this != NEVER && report.hasAtLeast(Severity.valueOf(name()));
  }
}
