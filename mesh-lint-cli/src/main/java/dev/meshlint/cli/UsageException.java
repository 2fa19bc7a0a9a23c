package dev.meshlint.cli;

/** The command line, or what it names, cannot be used. The message is one line for the user. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  /** The message, which is never absent. */
  String line() {
    return String.valueOf(getMessage());
  }
}
