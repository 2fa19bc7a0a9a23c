package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of files and options is so. */
class DocsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
  private static final Pattern COMMAND =
      Pattern.compile("(?:^|[|] |: |\\$ )(?:\\./)?mesh-lint (.*)");
  private static final Pattern OPTION = Pattern.compile("(?<=^|\\s)--?[a-z][a-z-]*");

  static List<Path> documents() throws IOException {
    List<Path> documents =
        new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void links_lead_somewhere(Path document) throws IOException {
    Matcher link = LINK.matcher(Files.readString(document));
    while (link.find()) {
      assertThat(document.resolveSibling(link.group(1))).exists();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void options_in_examples_exist(Path document) throws IOException {
    List<String> known = new ArrayList<>();
    Syntax.lint().options().forEach(option -> known.addAll(List.of(option.names())));
    boolean code = false;
    for (String line : Files.readAllLines(document)) {
      code = line.startsWith("```") != code;
      Matcher command = COMMAND.matcher(line);
      if (code && command.find()) {
        Matcher option = OPTION.matcher(command.group(1).replaceAll(" #.*", ""));
        while (option.find()) {
          assertThat(known).as(line).contains(option.group());
        }
      }
    }
  }

  @Test
  void the_hook_runs_the_launcher() throws IOException {
    String hooks = Files.readString(ROOT.resolve(".pre-commit-hooks.yaml"));

    assertThat(hooks).contains("entry: mesh-lint\n", "language: script\n");
    assertThat(ROOT.resolve("mesh-lint")).isExecutable();
  }
}
