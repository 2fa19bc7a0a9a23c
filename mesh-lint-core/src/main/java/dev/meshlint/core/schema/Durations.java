package dev.meshlint.core.schema;

import dev.meshlint.core.value.GoDuration;
import org.jspecify.annotations.Nullable;

/** Comparisons of durations. */
final class Durations {
  private Durations() {}

  /** Whether a duration is longer than another one; a zero bound stands for "no bound". */
  static Tri longer(String duration, @Nullable String than) {
    Long mine = GoDuration.nanos(duration);
    Long bound = than == null ? null : GoDuration.nanos(than);
    return mine == null || bound == null ? Tri.UNKNOWN : Tri.of(bound != 0 && mine > bound);
  }
}
