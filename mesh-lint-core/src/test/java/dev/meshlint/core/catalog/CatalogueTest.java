package dev.meshlint.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.catalog.RuleInfo.Case;
import dev.meshlint.core.catalog.RuleInfo.Option;
import dev.meshlint.core.catalog.RuleInfo.Stage;
import dev.meshlint.core.catalog.RuleText.Example;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  private static CatalogueEntry entry(String id) {
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put("inherits", new Case("inherits", null, null));
    cases.put("own", new Case("own", Level.OFF, List.of()));
    Map<String, List<String>> options = Map.of("hosts", List.of("a,b", "c"));
    return new CatalogueEntry(
        new RuleInfo(
            id,
            "Title\twith a tab",
            "istio",
            "security",
            Level.WARNING,
            true,
            "0.2.0",
            Stage.RULE,
            List.of("Gateway", "Sidecar"),
            List.of("old-" + id),
            List.of("IST0001"),
            cases,
            Map.of("hosts", new Option("hosts", OptionType.LIST, List.of("*.a", "b")))),
        new RuleText(
            "certain\\n",
            "why\nmore\n",
            "fix",
            null,
            List.of("https://example.com/a", "https://example.com/b"),
            Map.of("inherits", "first", "own", "second"),
            Map.of("hosts", "which"),
            List.of(
                new Example(
                    "one", "closed", "shop", "2026-12-01", options, "wrong: 1\n", null, null),
                new Example("two", "default", null, null, Map.of(), null, null, "correct: 1\n"))));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_is_compiled_is_read_back() throws IOException {
    List<CatalogueEntry> entries = List.of(entry("istio-a"), entry("istio-b"));

    assertThat(CatalogueIndex.readIndex(stream(CatalogueIndex.index(entries))))
        .containsExactly(entries.get(0).info(), entries.get(1).info());
    assertThat(CatalogueIndex.readTexts(stream(CatalogueIndex.texts(entries))))
        .containsEntry("istio-a", entries.get(0).text())
        .containsEntry("istio-b", entries.get(1).text());
  }

  @Test
  void every_catalogue_on_the_class_path_is_loaded(@TempDir Path folder) throws IOException {
    URL[] urls = {jar(folder.resolve("one"), "istio-a"), jar(folder.resolve("two"), "istio-b")};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      Catalogue catalogue = Catalogue.load(loader);

      assertThat(catalogue.ids()).containsExactly("istio-a", "istio-b");
      assertThat(catalogue.rule("old-istio-b")).isEqualTo(catalogue.rule("istio-b")).isNotNull();
      assertThat(catalogue.rule("istio-c")).isNull();
      assertThat(catalogue.text("istio-a")).isEqualTo(entry("istio-a").text());
      assertThat(catalogue.text("istio-c")).isNull();
    }
  }

  private static URL jar(Path folder, String id) throws IOException {
    Path index = folder.resolve(CatalogueIndex.INDEX);
    Files.createDirectories(index.getParent());
    Files.writeString(index, CatalogueIndex.index(List.of(entry(id))));
    Files.writeString(
        folder.resolve(CatalogueIndex.TEXTS), CatalogueIndex.texts(List.of(entry(id))));
    return folder.toUri().toURL();
  }

  @Test
  void a_case_without_a_severity_has_that_of_the_rule() {
    RuleInfo info = entry("istio-a").info();

    assertThat(info.levelOf(null)).isEqualTo(Level.WARNING);
    assertThat(info.levelOf("inherits")).isEqualTo(Level.WARNING);
    assertThat(info.levelOf("own")).isEqualTo(Level.OFF);
    assertThat(info.equivalentsOf("inherits")).containsExactly("IST0001");
    assertThat(info.equivalentsOf("own")).isEmpty();
  }
}
