package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WatchTest {
  private static final String RULE =
      """
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: books, namespace: library}
      spec: {host: books, FIELD: {}}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private Thread thread = new Thread();

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void watch(String... arguments) {
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]), out, err, Map.of(), folder, false, false);
    thread = new Thread(() -> status.complete(Program.run(arguments, console)));
    thread.start();
  }

  private void waitFor(ByteArrayOutputStream stream, String text) throws InterruptedException {
    while (!stream.toString(StandardCharsets.UTF_8).contains(text)) {
      Thread.sleep(20);
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  @Test
  void it_lints_again_when_a_file_changes_until_it_is_interrupted() throws Exception {
    write("rule.yaml", RULE.replace("FIELD", "trafficPolicy"));
    watch("--watch", "--format", "text", "--format", "json=report.json", ".");
    waitFor(err, "mesh-lint: watching, Ctrl-C ends it\n");

    write("rule.yaml", RULE.replace("FIELD", "traficPolicy"));
    waitFor(err, "mesh-lint: changed: rule.yaml\n");
    waitFor(out, "rule.yaml:4:21: error: \"traficPolicy\"");

    write(".mesh-lint.yaml", "rules: {schema-unknown-field: nothing}");
    waitFor(err, ".mesh-lint.yaml:1:31: \"schema-unknown-field\" must be one of");
    write(".mesh-lint.yaml", "rules: {schema-unknown-field: warning}");
    waitFor(out, "rule.yaml:4:21: warning: \"traficPolicy\"");

    write("more.yaml", RULE.replace("FIELD", "subst"));
    waitFor(out, "more.yaml:4:21");
    thread.interrupt();
    assertThat(status.get()).isZero();
  }

  @Test
  void it_watches_files_only_and_changes_none() {
    assertThat(Cli.run("--watch", "-").err())
        .isEqualTo("mesh-lint: --watch watches files, and standard input is none\n");
    assertThat(Cli.run("--watch", "--fix", "deploy").err())
        .startsWith("mesh-lint: --watch changes nothing: ");
    assertThat(Cli.run("--watch", "--write-baseline", "deploy").status()).isEqualTo(2);
  }
}
