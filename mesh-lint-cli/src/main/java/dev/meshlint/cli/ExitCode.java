package dev.meshlint.cli;

/** What the process says when it ends. */
enum ExitCode {
  /** Nothing was found at or above {@code --fail-on}. */
  CLEAN(0),
  /** Something was. */
  FINDINGS(1),
  /** The run itself failed: wrong usage, an unreadable path, an internal error. */
  FAILED(2);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
