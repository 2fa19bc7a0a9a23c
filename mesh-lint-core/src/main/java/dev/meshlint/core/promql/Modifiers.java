package dev.meshlint.core.promql;

import org.jspecify.annotations.Nullable;

/**
 * What shifts the time at which a selector or subquery is evaluated.
 *
 * @param offset how long before; null for none
 * @param at the fixed time: a number, or a call of {@code start} or {@code end}; null for none
 * @param extension {@code anchored} or {@code smoothed}; null for neither
 */
public record Modifiers(
    @Nullable Expression offset, @Nullable Expression at, @Nullable String extension) {
  /** No modifiers. */
  public static final Modifiers NONE = new Modifiers(null, null, null);

  /** Whether there are none. */
  public boolean isEmpty() {
    return offset == null && at == null && extension == null;
  }
}
