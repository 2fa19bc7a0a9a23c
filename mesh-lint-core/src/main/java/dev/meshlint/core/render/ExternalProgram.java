package dev.meshlint.core.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs other programs to their end, with nothing on their standard input. */
final class ExternalProgram {
  /** What precedes the message in the log that kubectl writes. */
  private static final String LOGGED = " err=";

  private ExternalProgram() {}

  /**
   * How a program ended.
   *
   * @param status its exit status
   * @param output what it wrote to its standard output
   * @param complaint the line of its standard error that says most
   */
  record Result(int status, String output, String complaint) {}

  /**
   * Runs a program; null if it cannot be started, mostly because there is none.
   *
   * @param command its name, looked for on the PATH, and its arguments
   * @param directory the folder to run it in, which exists
   * @throws IOException if what it says cannot be read
   */
  static @Nullable Result run(List<String> command, Path directory) throws IOException {
    Path errors = Files.createTempFile("mesh-lint", ".err");
    try {
      Process process = start(command, directory, errors);
      if (process == null) {
        return null;
      }
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      int status = process.waitFor();
      return new Result(
          status,
          new String(output, StandardCharsets.UTF_8),
          complaint(new String(Files.readAllBytes(errors), StandardCharsets.UTF_8)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command.get(0) + " was interrupted", e);
    } finally {
      Files.delete(errors);
    }
  }

  private static @Nullable Process start(List<String> command, Path directory, Path errors) {
    try {
      return new ProcessBuilder(command)
          .directory(directory.toFile())
          .redirectError(errors.toFile())
          .start();
    } catch (IOException e) {
      return null;
    }
  }

  /** The first line that begins with "Error", in whatever case, else the last one; of a line of a log, what is said. */
  private static String complaint(String errors) {
    String last = "";
    for (String line : errors.split("\n", -1)) {
      String text = line.strip();
      if (text.regionMatches(true, 0, "error", 0, "error".length())) {
        return text;
      }
      last = text.isEmpty() ? last : text;
    }
    int said = last.indexOf(LOGGED);
    return said < 0 ? last : last.substring(said + LOGGED.length());
  }
}
