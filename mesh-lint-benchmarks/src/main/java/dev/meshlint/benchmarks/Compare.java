package dev.meshlint.benchmarks;

import dev.meshlint.core.MeshLint;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Compares linting with mere reading, on one file, two hundred and five thousand. Times are noisy and machines differ;
 * ratios of runs that took turns are what to look at.
 *
 * <p>Arguments: a folder for the input, the program, how often to repeat.
 */
final class Compare {
  private static final long SEED = 42;

  private final PrintStream out;
  private final String program;
  private final int rounds;

  private Compare(PrintStream out, String program, int rounds) {
    this.out = out;
    this.program = program;
    this.rounds = rounds;
  }

  /** Prints the table. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    Compare compare = new Compare(System.out, args[1], Integer.parseInt(args[2]));
    compare.head();
    compare.row("1 file", folder.resolve("one"), 1, 1);
    compare.row("200 files", folder.resolve("small"), 200, 1);
    compare.row("5000 files", folder.resolve("large"), 5000, 4);
  }

  private void head() {
    out.println(
        "milliseconds, medians          whole process            inside one warm JVM, one thread");
    line("input", "MB", "mesh-lint", "events", "ratio", "mesh-lint", "events", "ratio");
  }

  private void row(String name, Path folder, int files, int share)
      throws IOException, InterruptedException {
    new GeneratedShop(files, SEED).writeTo(folder);
    long bytes = 0;
    for (Path file : EngineEvents.files(folder)) {
      bytes += Files.size(file);
    }
    int repeat = Math.max(3, rounds / share);
    Times processes = Times.of(repeat, () -> lintProcess(folder), () -> eventsProcess(folder));
    MeshLint lint = MeshLint.builder().jobs(1).build();
    Times warm =
        Times.of(
            repeat,
            () -> require(lint.lint(folder).files() == files),
            () -> require(EngineEvents.count(folder) > 0));
    line(
        name,
        decimal(bytes / 1e6),
        decimal(processes.first()),
        decimal(processes.second()),
        ratio(processes),
        decimal(warm.first()),
        decimal(warm.second()),
        ratio(warm));
  }

  private void lintProcess(Path folder) throws IOException, InterruptedException {
    run(List.of(program, "--no-config", "-q", "--fail-on", "never", folder.toString()));
  }

  private static void eventsProcess(Path folder) throws IOException, InterruptedException {
    run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            EngineEvents.class.getName(),
            folder.toString()));
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException("status " + status + " of " + command);
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("not everything was linted");
    }
  }

  private void line(String name, String... columns) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", name));
    for (String column : columns) {
      line.append(String.format(Locale.ROOT, "%10s", column));
    }
    out.println(line);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }

  private static String ratio(Times times) {
    return decimal(times.first() / times.second());
  }

  /** A piece of work to be timed. */
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /**
   * The medians of two pieces of work that took turns, in milliseconds. The first third warms up.
   *
   * @param first the median of the first
   * @param second the median of the second
   */
  private record Times(double first, double second) {
    static Times of(int rounds, Work first, Work second) throws IOException, InterruptedException {
      List<Double> one = new ArrayList<>();
      List<Double> two = new ArrayList<>();
      for (int i = 0; i < rounds + (rounds + 1) / 2; i++) {
        one.add(time(first));
        two.add(time(second));
      }
      return new Times(median(one, rounds), median(two, rounds));
    }

    private static double time(Work work) throws IOException, InterruptedException {
      long start = System.nanoTime();
      work.run();
      return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times, int rounds) {
      List<Double> last = new ArrayList<>(times.subList(times.size() - rounds, times.size()));
      Collections.sort(last);
      return last.get(rounds / 2);
    }
  }
}
