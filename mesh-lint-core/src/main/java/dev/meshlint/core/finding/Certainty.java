package dev.meshlint.core.finding;

import java.util.Locale;

/** Whether the linted files prove a finding. */
public enum Certainty {
  /** All evidence is in the files, or they are declared complete. */
  CERTAIN,
  /** The target of a reference is simply not in view. */
  UNRESOLVED;

  /** The name in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
