package dev.meshlint.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
   * What the outcome depends on, in a few characters: names, sizes and dates of files, the settings, the plugin and the day.
   *
   * @param directory the folder that names are relative to
   * @param inputs files and folders; they need not exist
   * @param settings everything else
   */
  static String state(Path directory, List<Path> inputs, String settings) {
    TreeSet<String> lines = new TreeSet<>();
    for (Path input : inputs) {
      add(directory, input, lines);
    }
    lines.add(settings);
    lines.add(String.valueOf(Passed.class.getPackage().getImplementationVersion()));
    lines.add(LocalDate.now(ZoneOffset.UTC).toString());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(Path directory, Path input, Set<String> lines) {
    try {
      Files.walkFileTree(
          input,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              lines.add(
                  directory.relativize(path.toAbsolutePath().normalize())
                      + " "
                      + attributes.size()
                      + " "
                      + attributes.lastModifiedTime().toMillis());
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      lines.add(input + " cannot be read");
    }
  }
}
