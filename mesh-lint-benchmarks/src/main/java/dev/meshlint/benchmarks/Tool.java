package dev.meshlint.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A program that looks at manifests.
 *
 * @param name its name
 * @param command how it is called; the folders come last
 * @param statuses the exit codes of a run that did its work
 */
record Tool(String name, List<String> command, Set<Integer> statuses) {
  private static final Set<Integer> FOUND_OR_NOT = Set.of(0, 1);

  /** Mesh-lint, with all rules and a report into a file. */
  static Tool meshLint(Path program, Path report) {
    return new Tool(
        "mesh-lint", List.of(program.toString(), "-q", "--format", "json=" + report), FOUND_OR_NOT);
  }

  /** Those that are on the PATH. */
  static List<Tool> peers(Path schemas) {
    List<Tool> peers = new ArrayList<>();
    String location =
        schemas.resolve("{{.Group}}_{{.ResourceKind}}_{{.ResourceAPIVersion}}.json").toString();
    add(
        peers,
        "kubeconform",
        List.of("-n", "2", "-ignore-missing-schemas", "-schema-location", location));
    add(peers, "kube-linter", List.of("lint"));
    add(peers, "istioctl", List.of("analyze", "-A", "--use-kube=false"));
    return peers;
  }

  private static void add(List<Tool> tools, String name, List<String> arguments) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path program = Path.of(folder, name);
      if (Files.isExecutable(program)) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        // What istioctl says of a repository with errors is 79.
        tools.add(new Tool(name, command, Set.of(0, 1, 79)));
        return;
      }
    }
  }

  /** Runs it on folders. */
  Run run(List<Path> folders) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(command);
    folders.forEach(folder -> whole.add(folder.toString()));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(whole)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    double peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, megabytes(process.pid()));
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    double millis = (System.nanoTime() - start) / 1e6;
    if (!statuses.contains(process.exitValue())) {
      throw new IOException("status " + process.exitValue() + " of " + whole);
    }
    return new Run(millis, peak);
  }

  /** The most memory that a process has had so far, where the system says it in {@code /proc}; else 0. */
  private static double megabytes(long process) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    } catch (IOException e) {
      // It has ended, or this is no Linux.
    }
    return 0;
  }

  /**
   * A run.
   *
   * @param millis how long it took
   * @param megabytes the most memory that it had; 0 where that is unknown
   */
  record Run(double millis, double megabytes) {}
}
