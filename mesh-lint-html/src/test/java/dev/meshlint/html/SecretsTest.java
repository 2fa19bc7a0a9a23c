package dev.meshlint.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A canary in every place where secrets are kept is on no page, though every line of its file is shown. */
class SecretsTest {
  private static final String CANARY = "canary-4b1d9c";
  private static final String ENCODED =
      Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));

  private static final String ENCODED_KEY =
      Base64.getEncoder()
          .encodeToString(
              ("-----BEGIN PRIVATE KEY-----\n" + CANARY).getBytes(StandardCharsets.UTF_8));

  /** Shared with the tests of the other reports: one of every kind that can hold a secret. */
  private static final Path KINDS = Path.of("../mesh-lint-core/src/test/resources/secrets");

  static List<Path> kinds() throws IOException {
    try (Stream<Path> files = Files.list(KINDS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void no_page_shows_a_secret(Path kind) throws IOException {
    String manifest =
        Files.readString(kind)
            .replace("ENCODED_KEY", ENCODED_KEY)
            .replace("ENCODED", ENCODED)
            .replace("CANARY", CANARY);
    String page = Pages.onEveryLine("a.yaml", manifest, "a mistake");

    assertThat(page).contains("<article").doesNotContain(CANARY, ENCODED, ENCODED_KEY);
  }
}
