package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentFileTest {
  @TempDir Path folder;

  @Test
  void each_line_is_one_argument_with_or_without_quotes() throws Exception {
    write(
        """
        # what to lint
        --world=closed
        "a folder/one file.yaml"
        'single "quotes".yaml'

        "with \\"quotes\\" and a \\\\"
        bare words.yaml
        """);

    assertThat(expand("-q", "@args", "last.yaml"))
        .containsExactly(
            "-q",
            "--world=closed",
            "a folder/one file.yaml",
            "single \"quotes\".yaml",
            "with \"quotes\" and a \\",
            "bare words.yaml",
            "last.yaml");
  }

  @Test
  void after_two_dashes_an_at_sign_is_part_of_a_name() throws Exception {
    assertThat(expand("--", "@args")).containsExactly("--", "@args");
  }

  @Test
  void it_holds_thousands_of_paths() throws Exception {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      paths.add("some folder/file-" + i + ".yaml");
    }
    write(String.join("\n", paths));

    Arguments arguments = Arguments.parse(Syntax.lint(), expand("@args"));

    assertThat(arguments.words()).isEqualTo(paths);
  }

  @Test
  void a_file_in_another_encoding_is_told() throws IOException {
    Files.write(folder.resolve("args"), "größe.yaml".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> expand("@args")).hasMessage("argument file \"args\" is not UTF-8");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("args"), text);
  }

  private List<String> expand(String... args) throws UsageException {
    return ArgumentFile.expand(args, folder);
  }
}
