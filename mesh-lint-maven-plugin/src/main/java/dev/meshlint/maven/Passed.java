package dev.meshlint.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.SortedMap;

/** Remembers what a check has passed, so that it need not run again. The day counts too: certificates expire. */
final class Passed {
  private final Path file;

  Passed(Path reports) {
    this.file = reports.resolve("passed");
  }

  /** Whether this state passed before. */
  boolean holds(String state) {
    try {
      return Files.exists(file) && Files.readString(file).equals(state);
    } catch (IOException e) {
      return false;
    }
  }

  /** Remembers a state; where that is impossible, the check runs again the next time. */
  void keep(String state) {
    try {
      Files.writeString(file, state);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  /**
   * What a run depends on: the files with their sizes and times, the settings, the version and the day.
   *
   * @param directory the folder that the files are told relative to
   */
  static String state(Path directory, SortedMap<Path, String> inputs, String settings) {
    StringBuilder lines = new StringBuilder();
    inputs.forEach(
        (path, what) ->
            lines.append(directory.relativize(path)).append(' ').append(what).append('\n'));
    lines.append(settings).append('\n');
    lines.append(Passed.class.getPackage().getImplementationVersion()).append('\n');
    lines.append(LocalDate.now(ZoneOffset.UTC));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
