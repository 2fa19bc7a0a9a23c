package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All formats carry the same findings: those of the broken examples, read back from each. */
class SameFindingsTest {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final List<WrittenFindings.Row> EXPECTED =
      WrittenFindings.read(ReportFormat.JSON, lint("json"));

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void a_format_carries_the_findings_of_the_others(ReportFormat format) {
    List<WrittenFindings.Row> found = WrittenFindings.read(format, lint(format.label()));

    assertThat(EXPECTED).hasSizeGreaterThan(40);
    assertThat(found).containsExactlyInAnyOrderElementsOf(EXPECTED);
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void a_format_carries_what_markup_must_escape(ReportFormat format) {
    List<WrittenFindings.Row> found =
        WrittenFindings.read(format, GoldenMesh.lint("--format", format.label()));

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            WrittenFindings.read(ReportFormat.JSON, GoldenMesh.lint("--format", "json")));
  }

  private static String lint(String format) {
    List<String> arguments =
        new ArrayList<>(List.of("--each", "--at", "2026-11-25", "--format", format));
    try (Stream<Path> guide = Files.list(EXAMPLES.resolve("guide"))) {
      arguments.addAll(List.of("online-shop", "linkerd-library", "cilium-newsroom"));
      guide
          .map(folder -> "guide/" + folder.getFileName())
          .filter(name -> name.endsWith("-wrong"))
          .sorted()
          .forEach(arguments::add);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Cli.in(EXAMPLES).lint(arguments.toArray(new String[0])).out();
  }
}
