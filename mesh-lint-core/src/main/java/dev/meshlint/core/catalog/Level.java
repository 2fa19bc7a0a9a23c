package dev.meshlint.core.catalog;

import dev.meshlint.core.finding.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a rule is set to: switched off, or on with a severity. */
public enum Level {
  /** The rule says nothing. */
  OFF,
  /** Reported as {@link Severity#INFO}. */
  INFO,
  /** Reported as {@link Severity#WARNING}. */
  WARNING,
  /** Reported as {@link Severity#ERROR}. */
  ERROR;

  /** The name in catalogue and configuration: {@code off}, {@code info}, {@code warning} or {@code error}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity, or null for {@link #OFF}. */
  public @Nullable Severity severity() {
    return this == OFF ? null : Severity.valueOf(name());
  }

  /** The level with this name, or null. */
  public static @Nullable Level of(@Nullable String label) {
    for (Level level : values()) {
      if (level.label().equals(label)) {
        return level;
      }
    }
    return null;
  }
}
