package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.LintReport;
import dev.meshlint.rules.MetamorphicOutcome.Comparison;
import dev.meshlint.rules.Rewriter.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What does not change the meaning of manifests does not change the findings. Looks at some of the examples of the catalogue
 * and at the example applications; {@code -Dmetamorphic=10000} takes all, {@code -Dmetamorphic.seed=17} others, {@code
 * -Dexample=istio-undefined-subset} those of one rule.
 */
class MetamorphicTest {
  /** Of kinds that make nothing: an operator might make whatever is missing of an object of its own kind. */
  private static final String UNRELATED =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: unrelated
        namespace: unrelated
      data:
        colour: blue
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: unrelated
        namespace: unrelated
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 1Gi}}
      ---
      apiVersion: scheduling.k8s.io/v1
      kind: PriorityClass
      metadata:
        name: unrelated
      value: 10
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: unrelated
      """;

  private interface Change {
    Map<String, String> of(Map<String, String> files, Random random);
  }

  @Test
  void order_of_files() throws IOException {
    check(
        Comparison.EXACT,
        trial -> trial.files().size() > 1 && trial.isFreeOfLayout() && !trial.hasNamesakes(),
        (files, random) -> {
          List<String> names = shuffled(files.keySet(), random);
          Map<String, String> changed = new LinkedHashMap<>();
          int number = 0;
          for (String name : names) {
            changed.put("file" + number++ + extension(name), files.get(name));
          }
          return changed;
        });
  }

  @Test
  void order_of_documents() throws IOException {
    check(
        Comparison.EXACT,
        trial -> trial.isFreeOfLayout() && !trial.hasNamesakes(),
        (files, random) -> {
          Map<String, String> changed = new LinkedHashMap<>();
          files.forEach((name, text) -> changed.put(name, joined(Map.of(name, text), random)));
          return changed;
        });
  }

  @Test
  void a_file_for_each_document() throws IOException {
    check(
        Comparison.FEWER,
        MetamorphicTrial::isFreeOfLayout,
        (files, random) -> {
          Map<String, String> changed = new LinkedHashMap<>();
          for (Document document : Document.of(files)) {
            changed.put(String.format("part%04d.yaml", changed.size()), document.text());
          }
          return changed;
        });
  }

  @Test
  void one_file_for_all() throws IOException {
    check(
        Comparison.MORE,
        trial -> trial.isFreeOfLayout() && !trial.hasNamesakes(),
        (files, random) -> Map.of("all.yaml", joined(files, random)));
  }

  @Test
  void block_style_and_other_quotes() throws IOException {
    check(
        Comparison.LAYOUT,
        MetamorphicTrial::canBeRewritten,
        (files, random) -> yaml(files, Layout.BLOCK, random));
  }

  @Test
  void flow_style() throws IOException {
    check(
        Comparison.LAYOUT,
        MetamorphicTrial::canBeRewritten,
        (files, random) -> yaml(files, Layout.FLOW, random));
  }

  @Test
  void json() throws IOException {
    check(
        Comparison.LAYOUT,
        trial -> trial.canBeRewritten() && trial.isFreeOfLayout(),
        (files, random) -> {
          Rewriter writer = new Rewriter(Layout.JSON, random, UnaryOperator.identity());
          Map<String, String> changed = new LinkedHashMap<>();
          files.forEach(
              (name, text) -> {
                List<String> items = writer.documents(Rewriter.read(name, text));
                String stem = name.substring(0, name.lastIndexOf('.'));
                changed.put(
                    stem + ".json",
                    "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\n"
                        + String.join(",", items)
                        + "]}\n");
              });
          return changed;
        });
  }

  @Test
  void unrelated_resources() throws IOException {
    check(
        Comparison.EXACT,
        trial -> true,
        (files, random) -> {
          Map<String, String> changed = new LinkedHashMap<>(files);
          changed.put("unrelated/unrelated.yaml", UNRELATED);
          return changed;
        });
  }

  @Test
  void other_names_of_namespaces() throws IOException {
    MetamorphicOutcome outcome = new MetamorphicOutcome(Comparison.LAYOUT);
    for (MetamorphicTrial trial : MetamorphicTrial.trials()) {
      Set<String> namespaces = trial.canBeRenamed() ? trial.namespaces() : Set.of();
      if (!namespaces.isEmpty()) {
        Pattern any =
            Pattern.compile(
                "(?<![a-z0-9_-])(" + String.join("|", namespaces) + ")(?![a-z0-9_-])",
                Pattern.CASE_INSENSITIVE);
        UnaryOperator<String> renamed = text -> any.matcher(text).replaceAll("$1x");
        Map<String, String> changed = new LinkedHashMap<>();
        Rewriter writer = new Rewriter(Layout.BLOCK, new Random(MetamorphicTrial.SEED), renamed);
        trial.files().forEach((name, text) -> changed.put(name, yaml(writer, name, text)));
        outcome.compare(trial, changed, renamed);
      }
    }
    outcome.check();
  }

  @Test
  void number_of_threads() throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    for (MetamorphicTrial trial : MetamorphicTrial.trials()) {
      trial.files().forEach((name, text) -> all.put(all.size() + "/" + name, text));
    }
    LintReport alone = RuleTester.DEFAULT.lint(all);
    assertThat(alone.findings()).isNotEmpty();
    for (int jobs : new int[] {2, 3, 8}) {
      assertThat(RuleTester.text(RuleTester.DEFAULT.lint(all, jobs)))
          .isEqualTo(RuleTester.text(alone));
    }
  }

  private static void check(
      Comparison comparison, Predicate<MetamorphicTrial> choice, Change change) throws IOException {
    MetamorphicOutcome outcome = new MetamorphicOutcome(comparison);
    for (MetamorphicTrial trial : MetamorphicTrial.trials()) {
      if (choice.test(trial)) {
        outcome.compare(
            trial, change.of(trial.files(), new Random(MetamorphicTrial.SEED)), text -> text);
      }
    }
    outcome.check();
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.'));
  }

  private static <T> List<T> shuffled(Iterable<T> things, Random random) {
    List<T> shuffled = new ArrayList<>();
    things.forEach(shuffled::add);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static String joined(Map<String, String> files, Random random) {
    return shuffled(Document.of(files), random).stream()
        .map(Document::text)
        .collect(Collectors.joining("---\n"));
  }

  private static Map<String, String> yaml(Map<String, String> files, Layout layout, Random random) {
    Rewriter writer = new Rewriter(layout, random, UnaryOperator.identity());
    Map<String, String> changed = new LinkedHashMap<>();
    files.forEach((name, text) -> changed.put(name, yaml(writer, name, text)));
    return changed;
  }

  private static String yaml(Rewriter writer, String name, String text) {
    return String.join("---\n", writer.documents(Rewriter.read(name, text)));
  }
}
