package dev.meshlint.rules;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.core.config.RuleConfig;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.mesh.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where Jazzer comes in: it watches which code the files of a mesh reach, and goes on from those that reach more. The first
 * line of each file but the first is {@code # file: NAME}. All rules run, those that are off by default too; what can be
 * repaired is repaired, and everything is reported.
 */
public final class PipelineJazzer {
  private static final String NEXT_FILE = "\n# file: ";
  private static final RuleTester TESTER = testerOfAll();

  private PipelineJazzer() {}

  /** Called by Jazzer once: writes the examples of the catalogue as seeds into the folder {@code -Dfuzz.corpus}. */
  public static void fuzzerInitialize() throws IOException {
    Path corpus = Files.createDirectories(Path.of(System.getProperty("fuzz.corpus")));
    int number = 0;
    for (CatalogueEntry entry : CatalogueExamplesTest.ENTRIES) {
      for (Example example : entry.text().examples()) {
        String text = example.wrong() == null ? example.correct() : example.wrong();
        Files.writeString(corpus.resolve("example-" + number++), text == null ? "" : text);
      }
    }
  }

  /** Called by Jazzer for each text. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    World[] worlds = World.values();
    RuleTester tester = TESTER.withWorld(worlds[text.length() % worlds.length]);
    Map<String, String> files = files(text);
    LintReport report = PipelineFuzzTest.check(tester, files);
    RuleTester.text(report);
    if (report.findings().stream().anyMatch(finding -> !finding.fixes().isEmpty())) {
      tester.fix(files);
    }
  }

  private static Map<String, String> files(String text) {
    Map<String, String> files = new LinkedHashMap<>();
    String name = MarkedManifests.FIRST_FILE;
    int start = 0;
    for (int next = text.indexOf(NEXT_FILE); next >= 0; next = text.indexOf(NEXT_FILE, start)) {
      files.put(name, text.substring(start, next + 1));
      int end = text.indexOf('\n', next + 1);
      start = end < 0 ? text.length() : end;
      name = files.size() + "-" + text.substring(next + NEXT_FILE.length(), start).strip();
    }
    files.put(name, text.substring(start));
    return files;
  }

  private static RuleTester testerOfAll() {
    RuleTester tester = RuleTester.DEFAULT;
    for (CatalogueEntry entry : CatalogueExamplesTest.ENTRIES) {
      RuleInfo rule = entry.info();
      Map<String, Level> cases = new LinkedHashMap<>();
      for (String name : rule.cases().keySet()) {
        cases.put(name, Level.WARNING);
      }
      tester = tester.withRule(new RuleConfig(rule.id(), Level.WARNING, cases, Map.of(), null));
    }
    return tester;
  }
}
