package dev.meshlint.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.config.ConfigException;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.engine.TestRules;
import dev.meshlint.core.finding.BaselineUse;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
  @TempDir Path folder;

  private static void checkPorts(Service service, Findings out) {
    for (View port : service.child("spec").list("ports")) {
      out.report(port.at("port"), "a port");
    }
  }

  private MeshLint.Builder linter() {
    return MeshLint.builder()
        .ruleSet(TestRules.none().onServices("test-port", BaselineTest::checkPorts).set())
        .select(List.of("test-*"))
        .directory(folder);
  }

  private LintReport lint(Baseline baseline, String... names) {
    return linter().baseline(baseline).build().lint(LintRequest.of(List.of(names)));
  }

  private void write(String name, int... ports) throws IOException {
    StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: Service\nmetadata: {name: ");
    yaml.append(name.replace(".yaml", "")).append("}\nspec:\n  ports:\n");
    for (int port : ports) {
      yaml.append("    - port: ").append(port).append('\n');
    }
    Files.writeString(folder.resolve(name), yaml);
  }

  private Baseline baseline(String... names) {
    LintReport report = linter().build().lint(LintRequest.of(List.of(names)));
    Path file = folder.resolve(Baseline.FILE);
    Baseline made = Baseline.of(report, file, folder);
    Baseline read = BaselineReader.read(new SourceFile("b.yaml", made.text()), folder);
    assertThat(read.text()).isEqualTo(made.text());
    return read;
  }

  private static BaselineUse use(LintReport report) {
    return Objects.requireNonNull(report.baseline());
  }

  @Test
  void what_is_listed_is_not_reported_again() throws IOException {
    write("a.yaml", 80, 81);
    LintReport report = lint(baseline("a.yaml"), "a.yaml");

    assertThat(report.findings()).isEmpty();
    assertThat(use(report).known()).extracting(Finding::rule).hasSize(2);
    assertThat(use(report).gone()).isEmpty();
    assertThat(report.isEmpty()).isFalse();
  }

  @Test
  void lines_and_items_may_move() throws IOException {
    write("a.yaml", 80, 81);
    Baseline baseline = baseline("a.yaml");
    write("a.yaml", 79, 80, 81);
    Files.writeString(
        folder.resolve("a.yaml"), "# moved\n" + Files.readString(folder.resolve("a.yaml")));

    LintReport report = lint(baseline, "a.yaml");

    assertThat(report.findings()).extracting(Finding::path).containsExactly("spec.ports[0].port");
  }

  @Test
  void one_more_of_the_same_is_new() throws IOException {
    write("a.yaml", 80);
    Baseline baseline = baseline("a.yaml");
    write("a.yaml", 80, 80);

    assertThat(lint(baseline, "a.yaml").findings()).hasSize(1);
  }

  @Test
  void what_is_gone_is_counted_and_can_be_struck_out() throws IOException {
    write("a.yaml", 80, 80, 81);
    Baseline baseline = baseline("a.yaml");
    write("a.yaml", 80, 443);

    LintReport report = lint(baseline, "a.yaml");
    Baseline shrunk = baseline.without(use(report).gone());

    assertThat(use(report).gone()).hasSize(2);
    assertThat(shrunk.size()).isEqualTo(1);
    assertThat(use(lint(shrunk, "a.yaml")).gone()).isEmpty();
    assertThat(lint(shrunk, "a.yaml").findings()).hasSize(1);
  }

  @Test
  void what_was_not_looked_for_is_not_gone() throws IOException {
    write("a.yaml", 80);
    write("b.yaml", 80);
    Baseline baseline = baseline("a.yaml", "b.yaml");

    assertThat(use(lint(baseline, "a.yaml")).gone()).isEmpty();

    MeshLint withoutRule = linter().baseline(baseline).ignore(List.of("test-port")).build();
    assertThat(use(withoutRule.lint(LintRequest.of(List.of("a.yaml", "b.yaml")))).gone()).isEmpty();

    Files.delete(folder.resolve("b.yaml"));
    assertThat(use(lint(baseline, "a.yaml")).gone()).hasSize(1);
  }

  @Test
  void a_file_may_get_another_name() throws IOException {
    write("a.yaml", 80);
    Baseline baseline = baseline("a.yaml");
    Files.move(folder.resolve("a.yaml"), folder.resolve("b.yaml"));

    assertThat(lint(baseline, "b.yaml").findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version: 2\\nfindings: []      | b.yaml:1:10: "version" must be 1, not "2"
          findings: []                   | b.yaml:1:1: this is no baseline: it has no "version"
          version: 1\\nfindings: {}      | b.yaml:2:11: "findings" must be a list
          version: 1\\nfindings: [a]     | b.yaml:2:12: a finding must be a mapping with "rule", "file" and "fingerprint"
          version: 1\\nfindings: [{rule: a, file: b, fingerprint: 1f}] | b.yaml:2:44: "fingerprint" must be 32 digits in base 16
          version: 1\\nfindings:\\n<<<<<<< ours | b.yaml:3:
          """)
  void a_file_that_is_no_baseline_is_told_with_its_place(String text, String message)
      throws IOException {
    Path file = Files.writeString(folder.resolve("b.yaml"), text.replace("\\n", "\n"));

    assertThatThrownBy(() -> Baseline.load("b.yaml", file))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void the_baseline_of_the_configuration_is_read_unless_another_is_given() throws IOException {
    write("a.yaml", 80);
    Files.writeString(folder.resolve("known.yaml"), baseline("a.yaml").text());
    Files.writeString(folder.resolve(LintConfig.FILE), "baseline: known.yaml");
    MeshLint.Builder linter = linter().config(LintConfig.load(folder.resolve(LintConfig.FILE)));
    LintRequest request = LintRequest.of(List.of("a.yaml"));

    assertThat(linter.build().lint(request).findings()).isEmpty();
    write("b.yaml", 80);
    assertThat(linter.baseline(baseline("b.yaml")).build().lint(request).findings()).hasSize(1);
  }
}
