package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows of the program is what the program says. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final String PROMPT = "$ ./mesh-lint ";

  /**
   * A command and what is shown below it.
   *
   * @param command the arguments
   * @param output the lines
   */
  record Session(String command, String output) {}

  static Stream<Session> sessions() throws IOException {
    List<Session> sessions = new ArrayList<>();
    String text = Files.readString(ROOT.resolve("README.md"));
    for (String block : text.split("```console\n")) {
      if (block.startsWith(PROMPT)) {
        String shown = block.substring(0, block.indexOf("```"));
        int end = shown.indexOf('\n');
        sessions.add(new Session(shown.substring(PROMPT.length(), end), shown.substring(end + 1)));
      }
    }
    return sessions.stream();
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void what_is_shown_is_what_is_said(Session session) {
    Cli.Result result = Cli.in(ROOT).lint(session.command().split(" "));

    assertThat(result.out()).isEqualTo(session.output());
    assertThat(result.err()).isEmpty();
  }
}
