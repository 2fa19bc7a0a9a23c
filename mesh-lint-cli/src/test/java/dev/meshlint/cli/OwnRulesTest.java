package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.catalog.build.CatalogueCompiler;
import dev.meshlint.core.engine.RuleSet;
import dev.meshlint.core.finding.Finding;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/own-rules.md shows becomes a rule. */
class OwnRulesTest {
  private static final Path DOCUMENT = Path.of("../docs/own-rules.md");

  @TempDir Path folder;

  /** The block of the document that is written in a language. */
  private static String block(String language) throws IOException {
    String text = Files.readString(DOCUMENT);
    int start = text.indexOf("```" + language + "\n") + language.length() + 4;
    return text.substring(start, text.indexOf("```", start));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void the_example_is_compiled_and_finds_what_it_is_for() throws Exception {
    Path source = write("src/com/example/MissingOwner.java", block("java"));
    write("catalog/istio/example-missing-owner.yaml", block("yaml"));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    String classPath = System.getProperty("java.class.path");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-proc:none",
                    "-cp",
                    classPath,
                    "-d",
                    classes.toString(),
                    source.toString()))
        .isZero();

    URL[] urls = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      CatalogueCompiler.compile(folder.resolve("catalog"), classes, loader);
      List<Finding> findings =
          MeshLint.builder()
              .ruleSet(RuleSet.load(loader))
              .select(List.of("example-*"))
              .build()
              .lintText("books.yaml", example())
              .findings();

      assertThat(findings)
          .extracting(Finding::message)
          .containsExactly("no owner is named: nobody is called when these routes fail");
      assertThat(findings.get(0).place().line()).isEqualTo(3);
    }
  }

  /** The wrong manifest of the entry. */
  private static String example() throws IOException {
    String entry = block("yaml");
    int start = entry.indexOf("wrong: |\n") + "wrong: |\n".length();
    return entry.substring(start, entry.indexOf("    correct:")).stripIndent();
  }
}
