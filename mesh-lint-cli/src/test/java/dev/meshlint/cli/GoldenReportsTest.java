package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the formats look like: the files beside the mesh in {@code golden}. {@code -Dgolden.write=true} writes them anew; then
 * the change to them is what there is to review.
 */
class GoldenReportsTest {
  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void a_report_looks_as_it_always_did(ReportFormat format) throws IOException {
    String report = withoutChanges(GoldenMesh.lint("--format", format.label()));

    compare(report, format.label() + "." + ending(format));
  }

  @Test
  void its_colours_are_those_that_it_always_had() throws IOException {
    compare(GoldenMesh.lint("--color", "always"), "text.ansi");
  }

  private static void compare(String report, String name) throws IOException {
    Path golden = GoldenMesh.FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, report);
    }
    assertThat(report).isEqualTo(Files.readString(golden));
  }

  /** Style and script of HTML are files of their own, and need not be kept twice; a version is known to jars only. */
  private static String withoutChanges(String report) {
    return report
        .replaceAll("(?s)(<style>).*?(</style>)", "$1$2")
        .replaceAll("(?s)(<script>).*?(</script>)", "$1$2")
        .replaceAll("'sha256-[^']*'", "'sha256-'")
        .replaceAll("\"semanticVersion\":\"[^\"]*\",", "");
  }

  private static String ending(ReportFormat format) {
    return switch (format) {
      case TEXT, GITHUB -> "txt";
      case JSON, SARIF, GITLAB -> "json";
      case JUNIT, CHECKSTYLE -> "xml";
      case MARKDOWN -> "md";
      case HTML -> "html";
    };
  }
}
