package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.mesh.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A part of a mesh gives no certain error that the whole does not give: what was taken away may be anywhere, as long as
 * nobody says that the files are all there is. {@code -Dexample=istio-undefined-subset} looks at the examples of one rule.
 */
class DroppedFilesTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @TestFactory
  Stream<DynamicNode> no_example_of_the_catalogue_needs_all_its_files() {
    String wanted = System.getProperty("example", "");
    List<DynamicNode> nodes = new ArrayList<>();
    for (CatalogueEntry entry : CatalogueExamplesTest.ENTRIES) {
      if (!wanted.isEmpty() && !wanted.equals(entry.info().id())) {
        continue;
      }
      List<DynamicTest> tests = new ArrayList<>();
      for (Example example : entry.text().examples()) {
        add(entry, example, "wrong", example.wrong(), tests);
        add(entry, example, "correct", example.correct(), tests);
      }
      nodes.add(dynamicContainer(entry.info().id(), tests));
    }
    return nodes.stream();
  }

  private static void add(
      CatalogueEntry entry, Example example, String which, String text, List<DynamicTest> tests) {
    Map<String, String> files = text == null ? Map.of() : MarkedManifests.parse(text).files();
    if (files.size() > 1) {
      RuleTester tester = CatalogueExamplesTest.tester(entry, example).withWorld(World.DEFAULT);
      tests.add(dynamicTest(example.name() + ": " + which, () -> dropEach(tester, files)));
    }
  }

  @TestFactory
  Stream<DynamicTest> no_example_application_needs_all_its_files() throws IOException {
    return applications().entrySet().stream()
        .map(
            application ->
                dynamicTest(
                    application.getKey(),
                    () -> dropEach(RuleTester.DEFAULT, application.getValue())));
  }

  /** The texts of the example applications and of the guide's folders, by the name of the application and of the file. */
  static Map<String, Map<String, String>> applications() throws IOException {
    Map<String, Map<String, String>> applications = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(EXAMPLES)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        Path below = EXAMPLES.relativize(path);
        String name = below.getFileName().toString();
        if (below.getNameCount() > 1 && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
          int depth = below.getName(0).toString().equals("guide") ? 2 : 1;
          Path application = below.subpath(0, Math.min(depth, below.getNameCount() - 1));
          applications
              .computeIfAbsent(application.toString(), any -> new LinkedHashMap<>())
              .put(
                  EXAMPLES.resolve(application).relativize(path).toString(),
                  Files.readString(path));
        }
      }
    }
    return applications;
  }

  private static void dropEach(RuleTester tester, Map<String, String> files) {
    Set<String> whole = errors(tester.lint(files, CatalogueExamplesTest.REST_OF_THE_PROJECT));
    for (String dropped : files.keySet()) {
      Map<String, String> rest = new LinkedHashMap<>(files);
      rest.remove(dropped);
      LintReport report = tester.lint(rest, CatalogueExamplesTest.REST_OF_THE_PROJECT);
      assertThat(whole)
          .as(() -> "without " + dropped + ":\n" + RuleTester.text(report))
          .containsAll(errors(report));
    }
  }

  /** The certain errors by rule and place: what they say may depend on what is in view. */
  private static Set<String> errors(LintReport report) {
    Set<String> errors = new LinkedHashSet<>();
    for (Finding finding : report.findings()) {
      if (finding.severity() == Severity.ERROR && finding.certainty() == Certainty.CERTAIN) {
        errors.add(
            "%s at %s:%d:%d"
                .formatted(
                    finding.rule(),
                    finding.place().file().name(),
                    finding.place().line(),
                    finding.place().column()));
      }
    }
    return errors;
  }
}
