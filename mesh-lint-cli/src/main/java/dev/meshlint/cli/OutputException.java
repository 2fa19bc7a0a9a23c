package dev.meshlint.cli;

import java.io.IOException;
import java.util.Objects;

/** Standard output cannot be written. */
final class OutputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  OutputException(IOException cause) {
    super(cause);
    this.reason = Objects.requireNonNullElse(cause.getMessage(), "unknown reason");
  }

  /** Whether the reader has left, as {@code head} does when it has seen enough. */
  boolean readerHasLeft() {
    return reason.contains("Broken pipe") || reason.contains("pipe is being closed");
  }

  String reason() {
    return reason;
  }
}
