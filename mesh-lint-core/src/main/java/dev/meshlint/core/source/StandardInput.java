package dev.meshlint.core.source;

import java.io.IOException;
import java.io.InputStream;

/** Gives the standard input when it is asked for with {@code -}. */
@FunctionalInterface
public interface StandardInput {
  /** No standard input: the argument {@code -} reads nothing. */
  StandardInput NONE = InputStream::nullInputStream;

  /**
   * The stream. It is read to its end and not closed.
   *
   * @throws IOException if there is none to be had
   */
  InputStream open() throws IOException;
}
