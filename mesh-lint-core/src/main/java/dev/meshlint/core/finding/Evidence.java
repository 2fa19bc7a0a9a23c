package dev.meshlint.core.finding;

import java.util.Locale;

/** What makes a finding that follows a reference certain. */
public enum Evidence {
  /** The holder itself is in view and lacks what is asked of it: a subset, port, listener, key. */
  SAME_OBJECT,
  /** A unique name in the same place that the missing one plainly meant. */
  NEAR_MISS,
  /** The same name in one other namespace. */
  ELSEWHERE,
  /** The world, or that namespace, is declared complete. */
  CLOSED,
  /** Others of its kind are in view there: that proves nothing, and is never enough for an error. */
  IN_VIEW;

  /** Whether this makes a finding certain. */
  public boolean proves() {
    return this != IN_VIEW;
  }

  /** The name in reports, such as {@code near-miss}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
