package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * A truth value as Go's {@code strconv.ParseBool} reads it, in annotations and environment
 * variables.
 *
 * <p>Thread-safe.
 */
public final class GoBoolean {
  private GoBoolean() {}

  /** The value; null if the text is none. */
  public static @Nullable Boolean parse(String text) {
    return switch (text) {
      case "1", "t", "T", "TRUE", "true", "True" -> Boolean.TRUE;
      case "0", "f", "F", "FALSE", "false", "False" -> Boolean.FALSE;
      default -> null;
    };
  }
}
