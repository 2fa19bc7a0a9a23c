package dev.meshlint.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, for what only the operating system or a JVM of its own can show. */
final class Forked {
  private final Path directory;
  private final List<String> command = new ArrayList<>();
  private String input = "";
  private Class<?> main = Main.class;

  private Forked(Path directory) {
    this.directory = directory;
  }

  /** A process in this folder, of a JVM with these options. */
  static Forked in(Path directory, String... jvmOptions) {
    Forked forked = new Forked(directory);
    forked.command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    forked.command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    forked.command.addAll(Arrays.asList(jvmOptions));
    forked.command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    return forked;
  }

  /** Starts another class than the program. */
  Forked of(Class<?> other) {
    main = other;
    return this;
  }

  Forked withInput(String text) {
    input = text;
    return this;
  }

  /** Runs it. */
  Cli.Result lint(String... arguments) throws IOException, InterruptedException {
    add(arguments);
    return start(command);
  }

  /** Runs it in a shell that does this with it: {@code "$@" >&-} closes its standard output. */
  Cli.Result lintInShell(String script, String... arguments)
      throws IOException, InterruptedException {
    add(arguments);
    List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
    shell.addAll(command);
    return start(shell);
  }

  private void add(String... arguments) {
    command.add(main.getName());
    command.addAll(Arrays.asList(arguments));
  }

  private Cli.Result start(List<String> whole) throws IOException, InterruptedException {
    Path out = Files.createTempFile("mesh-lint", ".out");
    Path err = Files.createTempFile("mesh-lint", ".err");
    try {
      Process process =
          new ProcessBuilder(whole)
              .directory(directory.toAbsolutePath().toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      try (OutputStream stream = process.getOutputStream()) {
        stream.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("the program does not end by itself");
      }
      return new Cli.Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
