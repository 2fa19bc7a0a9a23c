package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    String output =
        Forked.in(folder, "-Xlog:class+load=info:stdout")
            .lint("--no-config", "--no-color", "route.yaml")
            .out();

    assertThat(output).contains("schema-unknown-field", "dev.meshlint.core.schema.Walk");
    assertThat(output)
        .doesNotContain("com.networknt.", "tools.jackson.", "com.google.re2j.")
        .doesNotContain("org.eclipse.", "com.google.common.", "dev.meshlint.html.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"online-shop", "linkerd-library", "cilium-newsroom"})
  void a_run_links_no_methods_of_records(String mesh) throws Exception {
    Path manifests = Path.of("..", "examples", mesh + "-correct").toAbsolutePath();

    String output =
        Forked.in(folder, "-Xlog:class+load=info:stdout")
            .lint("--no-config", "--no-color", manifests.toString())
            .out();

    assertThat(output).contains("dev.meshlint.core.mesh.MeshBuilder");
    assertThat(output)
        .as("equals or hashCode of a record that a map has as key: write them by hand")
        .doesNotContain("java.lang.runtime.ObjectMethods");
  }
}
