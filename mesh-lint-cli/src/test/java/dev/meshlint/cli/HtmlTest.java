package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --format html} with what else one may ask for. */
class HtmlTest {
  private static final Path EXAMPLE = Path.of("../examples/guide/unqualified-gateway-wrong");
  private static final String MARKED = "<mark>front-door</mark>";

  @TempDir private Path folder;

  @BeforeEach
  void a_mesh() throws IOException {
    copyTo("deploy");
  }

  private void copyTo(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(EXAMPLE)) {
      for (Path file : files) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
  }

  private String page(String... arguments) throws IOException {
    Cli.Result result = Cli.in(folder).lint(arguments);
    assertThat(result.status()).isLessThan(2);
    return Files.readString(folder.resolve("report.html"));
  }

  @Test
  void a_page_goes_to_a_file_beside_the_text() throws IOException {
    assertThat(page("--format", "text", "--format", "html=report.html", "deploy"))
        .contains("<div class=\"picture\">", "data-title=\"front-door\"", MARKED);
  }

  @Test
  void a_diff_shows_the_files_as_they_are() throws IOException {
    assertThat(page("--diff", "--format", "html=report.html", "deploy"))
        .contains("<div class=\"picture\">", MARKED);
  }

  @Test
  void repaired_files_are_shown_as_they_have_become() throws IOException {
    assertThat(page("--fix", "--format", "html=report.html", "deploy"))
        .contains("<div class=\"picture\">", "data-title=\"front-door\"")
        .doesNotContain(MARKED);
  }

  @Test
  void what_a_baseline_lists_is_not_on_the_page() throws IOException {
    Cli.in(folder).lint("--write-baseline=baseline.json", "deploy");

    assertThat(page("--baseline", "baseline.json", "--format", "html=report.html", "deploy"))
        .contains("<div class=\"picture\">", "data-title=\"front-door\"")
        .doesNotContain(MARKED);
  }

  @Test
  void every_mesh_has_its_picture() throws IOException {
    copyTo("other");

    assertThat(page("--each", "--format", "html=report.html", "deploy", "other"))
        .contains("id=\"p0\"", "id=\"p1\"", "<h3>deploy</h3>", "<h3>other</h3>")
        .contains("<select data-filter=\"part\">");
  }
}
