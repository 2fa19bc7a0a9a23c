package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run from which the launcher makes its archive: what it does not load, other runs must read from the jar. */
class RehearsalTest {
  private static final Path CONFIGURED = Path.of("src/main/dist/lib/rehearsal").toAbsolutePath();
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath();
  private static final Pattern LOADED = Pattern.compile("] (dev\\.meshlint\\.[^ ]+) source:");

  @TempDir private Path folder;

  @Test
  void its_configuration_is_valid() {
    assertThat(Cli.in(CONFIGURED).lint("config", "validate").status()).isZero();
  }

  @Test
  void it_loads_what_another_run_loads() throws Exception {
    Files.writeString(
        folder.resolve(".mesh-lint.yaml"),
        """
        exclude: [drafts/]
        rules: {istio-undefined-subset: warning}
        suppressions:
          - {rules: [mesh-debug-logging], paths: [tests/], reason: not deployed}
        """);
    Files.writeString(
        folder.resolve("shelf.yaml"),
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: shelf, namespace: library}
        spec: {host: shelf, subsets: [{name: v1, labels: {version: v1}}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: shelf, namespace: library}
        spec:
          hosts: [shelf]
          http: [{route: [{destination: {host: shelf, subset: v2}}]}]
        """);

    String json = "json=" + folder.resolve("report.json");
    String log = "-Xlog:class+load=info:stdout";
    Cli.Result rehearsal =
        Forked.in(folder, log)
            .of(Rehearsal.class)
            .lint("--format", "text", "--format", json, CONFIGURED.toString(), EXAMPLES.toString());
    Cli.Result run = Forked.in(folder, log).lint("-q", "--format", json, ".");

    assertThat(loaded(run))
        .contains("dev.meshlint.core.config.ConfigReader")
        .isSubsetOf(loaded(rehearsal));
  }

  /** The classes that a run loaded, but those that Java makes of lambdas. */
  private static Set<String> loaded(Cli.Result run) {
    Set<String> classes = new TreeSet<>();
    Matcher line = LOADED.matcher(run.out());
    while (line.find()) {
      if (!line.group(1).contains("$$")) {
        classes.add(line.group(1));
      }
    }
    return classes;
  }
}
