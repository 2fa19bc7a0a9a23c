package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A manifest with one mistake that lies beside something hostile: its finding shows that the rest of the run is complete. */
final class Neighbour {
  static final String NAME = "good.yaml";

  static final String MANIFEST =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: books, namespace: library}
      spec:
        hosts: [books]
        http:
          - timeuot: 5s
            route: [{destination: {host: books}}]
      """;

  private Neighbour() {}

  static void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(NAME), MANIFEST);
  }

  /** Whether the run found its mistake, nothing broke, and the status says that there are findings. */
  static void assertFound(Cli.Result result) {
    assertFound(result, 1);
    assertThat(result.err()).isEmpty();
  }

  /** The same with this status, whatever standard error says. */
  static void assertFound(Cli.Result result, int status) {
    assertThat(result.out())
        .contains(NAME + ":7:7: error: \"timeuot\" is not a field")
        .doesNotContain("[internal-error]");
    assertThat(result.err()).doesNotContain("internal error", "Exception");
    assertThat(result.status()).isEqualTo(status);
  }
}
