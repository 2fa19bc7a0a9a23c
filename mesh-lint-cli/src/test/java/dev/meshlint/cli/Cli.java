package dev.meshlint.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs the command line in this JVM, with everything around it made up. */
final class Cli {
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private InputStream input = InputStream.nullInputStream();
  private boolean terminal;

  private Cli(Path directory) {
    this.directory = directory;
  }

  /** What a run said and how it ended. */
  record Result(int status, String out, String err) {}

  /** A command line in this folder. */
  static Cli in(Path directory) {
    return new Cli(directory);
  }

  /** Runs in the current folder. */
  static Result run(String... args) {
    return in(Path.of("")).lint(args);
  }

  Cli withInput(String text) {
    return withInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  Cli withInput(InputStream stream) {
    input = stream;
    return this;
  }

  Cli with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Cli onTerminal() {
    terminal = true;
    return this;
  }

  Result lint(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return run(out, () -> out.toString(StandardCharsets.UTF_8), args);
  }

  /** Runs with a standard output whose writing fails with this message. */
  Result lintInto(String failure, String... args) {
    return run(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        },
        () -> "",
        args);
  }

  private Result run(
      OutputStream out, java.util.function.Supplier<String> written, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(input, out, err, environment, directory, terminal, terminal);
    int status = Program.run(args, console);
    return new Result(status, written.get(), err.toString(StandardCharsets.UTF_8));
  }
}
