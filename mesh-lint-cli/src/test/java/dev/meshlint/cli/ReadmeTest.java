package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  @Test
  void getting_started_shows_what_is_said() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/getting-started.md"));
    String shown = page.split("```\n")[3];

    assertThat(shown).startsWith("examples/online-shop/");
    assertThat(Cli.in(ROOT).lint("examples/online-shop").out()).contains(shown);
  }

  /** The example of README, to be kept the same line by line. */
  private static List<String> messages(Path deploy) {
    List<String> lines = new ArrayList<>();
    LintReport report = MeshLint.withDefaults().lint(deploy);
    for (Finding finding : report.findings()) {
      lines.add(finding.place().line() + ": " + finding.message());
    }
    return lines;
  }

  @Test
  void the_example_in_java_works() throws IOException {
    assertThat(messages(ROOT.resolve("examples/guide/undefined-subset-wrong")))
        .containsExactly(
            "13: subset \"canary\" of host \"stock\" is not defined: no DestinationRule for this host"
                + " is in view, requests would get 503");
    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains(
            """
            LintReport report = MeshLint.withDefaults().lint(Path.of("deploy"));
            for (Finding finding : report.findings()) {
              System.out.println(finding.place().line() + ": " + finding.message());
            }
            """);
  }
}
