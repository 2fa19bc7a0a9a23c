package dev.meshlint.core.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Words for what goes wrong on a disk. */
final class IoMessages {
  private IoMessages() {}

  static String of(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (problem instanceof FileSystemLoopException) {
      return "symbolic links lead in a circle";
    }
    String message = problem.getMessage();
    return message == null ? problem.getClass().getSimpleName() : message;
  }
}
