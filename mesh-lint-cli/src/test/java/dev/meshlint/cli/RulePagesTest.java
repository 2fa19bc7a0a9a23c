package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleIndexPage;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages in {@code docs/rules} say what the catalogue says. {@code -Dgolden.write=true} writes them anew.
 */
class RulePagesTest {
  private static final Path FOLDER = Path.of("../docs/rules");

  @Test
  void every_rule_has_its_page_and_no_page_is_stale() throws IOException {
    Map<String, String> pages = pages();
    if (Boolean.getBoolean("golden.write")) {
      write(pages);
    }

    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        written.put(file.getFileName().toString(), Files.readString(file));
      }
    }

    assertThat(written.keySet())
        .as("docs/rules (mvn test -pl mesh-lint-cli -am -Dtest=RulePagesTest -Dgolden.write=true)")
        .isEqualTo(pages.keySet());
    assertThat(written).allSatisfy((name, page) -> assertThat(page).isEqualTo(pages.get(name)));
  }

  @Test
  void the_command_line_prints_the_same_pages() {
    String id = "istio-undefined-subset";

    assertThat(Cli.run("explain", "--format", "markdown", id).out())
        .isEqualTo(pages().get(id + ".md"));
    assertThat(Cli.run("rules", "--format", "markdown").out()).isEqualTo(pages().get("README.md"));
  }

  private static Map<String, String> pages() {
    Catalogue catalogue = Catalogues.load();
    Map<String, String> pages = new TreeMap<>();
    for (RuleInfo rule : catalogue.rules()) {
      pages.put(rule.id() + ".md", RulePage.of(rule, catalogue.text(rule.id())));
    }
    pages.put("README.md", RuleIndexPage.of(catalogue.rules()));
    pages.put("codes.md", RuleIndexPage.codes(catalogue.rules()));
    return pages;
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }
}
