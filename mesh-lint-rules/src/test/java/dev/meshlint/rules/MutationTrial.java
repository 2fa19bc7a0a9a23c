package dev.meshlint.rules;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Correct manifests for {@link MutationTest}, with the linter that they are for. */
record MutationTrial(String name, RuleTester tester, Map<String, String> files) {
  /** The correct examples of the catalogue and applications, or what lies below a folder of the user's. */
  static List<MutationTrial> trials() throws IOException {
    String folder = System.getProperty("mutation.folder", "");
    List<MutationTrial> trials = folder.isEmpty() ? examples() : below(Path.of(folder));
    trials.removeIf(trial -> !trial.canBeChanged());
    return trials;
  }

  private static List<MutationTrial> examples() throws IOException {
    String wanted = System.getProperty("example", "");
    List<MutationTrial> trials = new ArrayList<>();
    for (CatalogueEntry entry : CatalogueExamplesTest.ENTRIES) {
      for (Example example : entry.text().examples()) {
        if (example.correct() != null && (wanted.isEmpty() || wanted.equals(entry.info().id()))) {
          trials.add(
              new MutationTrial(
                  entry.info().id() + ": " + example.name(),
                  CatalogueExamplesTest.tester(entry, example),
                  MarkedManifests.parse(example.correct()).files()));
        }
      }
    }
    if (wanted.isEmpty()) {
      DroppedFilesTest.applications()
          .forEach(
              (name, files) -> {
                if (name.endsWith("-correct")) {
                  trials.add(new MutationTrial(name, RuleTester.DEFAULT, files));
                }
              });
    }
    return trials;
  }

  /** The files of each folder, where they give no warning and no error. */
  private static List<MutationTrial> below(Path folder) throws IOException {
    Map<String, Map<String, String>> folders = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
          folders
              .computeIfAbsent(path.getParent().toString(), any -> new LinkedHashMap<>())
              .put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        }
      }
    }
    List<MutationTrial> trials = new ArrayList<>();
    folders.forEach(
        (name, files) -> trials.add(new MutationTrial(name, RuleTester.DEFAULT, files)));
    trials.removeIf(trial -> !isCorrect(trial.tester.lint(trial.files)));
    return trials;
  }

  private static boolean isCorrect(LintReport report) {
    return report.errors().isEmpty()
        && report.findings().stream().noneMatch(MutationTrial::isMistake);
  }

  /** Whether a finding says that something is wrong, and not only that something is not in view. */
  static boolean isMistake(Finding finding) {
    return finding.severity() != Severity.INFO || finding.certainty() == Certainty.CERTAIN;
  }

  /** Whether nothing speaks for mistakes: comments and annotations that suppress, values that are filled in later. */
  private boolean canBeChanged() {
    return files.values().stream()
        .noneMatch(
            text ->
                text.contains("# mesh-lint")
                    || text.contains("mesh-lint.dev/ignore")
                    || text.contains("analyze-suppress")
                    || text.contains("${")
                    || text.contains("ENC[")
                    || text.contains("sops:")
                    || text.contains("# Source:"));
  }
}
