package dev.meshlint.benchmarks;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.engine.Stopwatch;
import dev.meshlint.core.engine.Stopwatch.Stage;
import dev.meshlint.core.schema.build.PlainSchemas;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares mesh-lint with its peers on generated repositories, and its stages with mere reading. Times are noisy and
 * machines differ; ratios of runs that took turns are what to look at.
 *
 * <p>Arguments: the root of the project, {@code --rounds N}, the sizes.
 */
final class Compare {
  private static final int ROUNDS = 11;

  /** Longer than this, a program is asked once or twice. */
  private static final double PATIENCE_MILLIS = 20_000;

  private final PrintStream out;
  private final Path work;
  private final int rounds;
  private final Tool meshLint;
  private final List<Tool> peers;

  private Compare(PrintStream out, Path root, int rounds) throws IOException {
    this.out = out;
    this.work = root.resolve("mesh-lint-benchmarks/target/corpus");
    this.rounds = rounds;
    Files.createDirectories(work);
    Path schemas = work.resolve("schemas");
    writeSchemas(root.resolve("mesh-lint-core/src/main/schemas"), schemas);
    this.meshLint =
        Tool.meshLint(
            root.resolve("mesh-lint-cli/target/dist/bin/mesh-lint"), work.resolve("report.json"));
    this.peers = Tool.peers(schemas);
  }

  /** Prints the tables. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = ROUNDS;
    List<Size> sizes = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--rounds")) {
        rounds = Integer.parseInt(args[++i]);
      } else {
        sizes.add(Size.valueOf(args[i]));
      }
    }
    Compare compare = new Compare(System.out, Path.of(args[0]), rounds);
    for (Size size : sizes.isEmpty() ? List.of(Size.S, Size.M, Size.L) : sizes) {
      compare.processes(size);
    }
    compare.stages(sizes.contains(Size.XL) ? Size.L : Size.M);
  }

  /** The schemas of the same kinds and versions, for programs that check shapes only. */
  private static void writeSchemas(Path source, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (PlainSchemas.Version version : PlainSchemas.read(source).versions()) {
      String name = version.group() + "_" + version.kind() + "_" + version.version() + ".json";
      Files.writeString(
          folder.resolve(name.toLowerCase(Locale.ROOT)), version.standard().toString());
    }
  }

  private void processes(Size size) throws IOException, InterruptedException {
    Path folder = work.resolve(size.name());
    size.writeTo(folder);
    Map<Tool, List<Tool.Run>> runs = new LinkedHashMap<>();
    runs.put(meshLint, new ArrayList<>());
    if (size != Size.XL) {
      peers.forEach(peer -> runs.put(peer, new ArrayList<>()));
    }
    List<Path> whole = List.of(folder);
    List<Path> manifests = manifests(folder);
    meshLint.run(whole); // makes its archive of classes
    for (int round = 0; round < (size == Size.XL ? 1 : rounds); round++) {
      for (Map.Entry<Tool, List<Tool.Run>> tool : runs.entrySet()) {
        List<Tool.Run> known = tool.getValue();
        if (known.size() < 2 || known.get(0).millis() < PATIENCE_MILLIS) {
          known.add(tool.getKey().run(tool.getKey().equals(meshLint) ? whole : manifests));
        }
      }
    }
    double own = median(runs.get(meshLint), true);
    out.printf("%n%s, %d files%n", size, size.files());
    out.println("  program         ms median   of mesh-lint   peak MB   runs");
    runs.forEach(
        (tool, all) ->
            out.printf(
                Locale.ROOT,
                "  %-14s %10.0f %14.2f %9.0f %6d%n",
                tool.name(),
                median(all, true),
                median(all, true) / own,
                median(all, false),
                all.size()));
  }

  /** The folders without the configuration of mesh-lint, which others would take for a broken manifest. */
  private static List<Path> manifests(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The stages of warm runs in one thread, against the engine's events of the same bytes. */
  private void stages(Size size) throws IOException {
    Path folder = work.resolve(size.name());
    size.writeTo(folder);
    Map<Stage, List<Double>> stages = new LinkedHashMap<>();
    List<Double> events = new ArrayList<>();
    for (int round = 0; round < rounds + rounds / 2; round++) {
      Stopwatch stopwatch = new Stopwatch();
      MeshLint.builder().jobs(1).stopwatch(stopwatch).build().lint(folder);
      long start = System.nanoTime();
      if (EngineEvents.count(folder) == 0) {
        throw new IOException("nothing was read");
      }
      if (round >= rounds / 2) {
        events.add((System.nanoTime() - start) / 1e6);
        stopwatch
            .stages()
            .forEach(
                (stage, nanos) ->
                    stages.computeIfAbsent(stage, any -> new ArrayList<>()).add(nanos / 1e6));
      }
    }
    double yardstick = median(events);
    out.printf("%n%s, warm, one thread%n", size);
    out.println("  stage           ms median   of events");
    line("events", yardstick, yardstick);
    double lint = 0;
    for (Map.Entry<Stage, List<Double>> stage : stages.entrySet()) {
      double time = median(stage.getValue());
      lint += stage.getKey().compareTo(Stage.READ) > 0 ? time : 0;
      line(stage.getKey().name().toLowerCase(Locale.ROOT), time, yardstick);
    }
    line("all after read", lint, yardstick);
  }

  private void line(String stage, double millis, double yardstick) {
    out.printf(Locale.ROOT, "  %-14s %10.1f %11.2f%n", stage, millis, millis / yardstick);
  }

  private static double median(List<Tool.Run> runs, boolean time) {
    return median(runs.stream().map(run -> time ? run.millis() : run.megabytes()).toList());
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
  }
}
