package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run on one file loads: libraries that take longer to load than the run takes stay out. */
class LoadedClassesTest {
  @TempDir private Path folder;

  @Test
  void a_run_on_one_file_loads_no_schema_and_no_binding_library() throws Exception {
    Files.writeString(
        folder.resolve("route.yaml"),
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: books, namespace: library}
        spec:
          hosts: [books]
          http:
            - timeuot: 5s
              route: [{destination: {host: books}}]
        """);

    String output = lint("route.yaml");

    assertThat(output).contains("schema-unknown-field", "dev.meshlint.core.schema.Walk");
    assertThat(output)
        .doesNotContain("com.networknt.", "tools.jackson.", "com.google.re2j.")
        .doesNotContain("org.eclipse.", "com.google.common.", "dev.meshlint.html.");
  }

  private String lint(String file) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load=info:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.meshlint.cli.Main",
                "--no-config",
                "--no-color",
                file)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
