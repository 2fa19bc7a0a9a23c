package dev.meshlint.core.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Words for what goes wrong on a disk. */
public final class IoMessages {
  private IoMessages() {}

  /** What went wrong, as a clause about the file; it does not name the file. */
  public static String of(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (problem instanceof FileSystemLoopException) {
      return "symbolic links lead in a circle";
    }
    if (problem instanceof FileSystemException onDisk && onDisk.getReason() != null) {
      return onDisk.getReason();
    }
    if (problem instanceof CharacterCodingException) {
      return "it is no text in UTF-8";
    }
    String message = problem.getMessage();
    return message == null ? problem.getClass().getSimpleName() : message;
  }
}
