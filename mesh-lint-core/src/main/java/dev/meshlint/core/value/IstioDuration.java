package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * The lengths of time that Istio's validation accepts: those of Go, at least one millisecond and a
 * whole number of milliseconds; some fields ask less or more.
 *
 * <p>Every {@code …Problem} method gives null for a good duration, else a clause that says what is
 * wrong with it. Thread-safe.
 */
public final class IstioDuration {
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private IstioDuration() {}

  /** Most fields: timeouts, intervals, ejection times. */
  public static @Nullable String problem(String text) {
    Long nanos = GoDuration.nanos(text);
    if (nanos == null) {
      return GoDuration.problem(text);
    }
    if (nanos < MILLISECOND) {
      return nanos < 0 ? "it is negative" : "it is shorter than 1ms";
    }
    return nanos % MILLISECOND == 0 ? null : "it is not a whole number of milliseconds";
  }

  /** Fields in which zero means off: {@code connectionPool.tcp.idleTimeout}, protocol detection. */
  public static @Nullable String orZeroProblem(String text) {
    Long nanos = GoDuration.nanos(text);
    return nanos != null && nanos >= 0 && nanos < MILLISECOND ? null : problem(text);
  }

  /** Fields that need whole seconds: {@code corsPolicy.maxAge}, {@code drainDuration}. */
  public static @Nullable String wholeSecondsProblem(String text) {
    String problem = problem(text);
    Long nanos = GoDuration.nanos(text);
    return problem == null && nanos != null && nanos % SECOND != 0
        ? "it is not a whole number of seconds"
        : problem;
  }
}
