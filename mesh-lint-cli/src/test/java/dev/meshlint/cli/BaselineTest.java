package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineTest {
  private static final String WRONG =
      """
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: books, namespace: library}
      spec:
        host: books
        hots: readers
        trafficPolicy: {conectionPool: {}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    write(WRONG);
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("rule.yaml"), text);
  }

  private Cli.Result lint(String... args) {
    return Cli.in(folder).lint(args);
  }

  @Test
  void a_baseline_is_made_and_from_then_on_only_new_findings_count() throws IOException {
    Cli.Result made = lint("--write-baseline", "rule.yaml");
    assertThat(made.err())
        .isEqualTo("mesh-lint: baseline .mesh-lint-baseline.yaml written: 3 findings\n");
    assertThat(made.out()).isEqualTo("no findings in 1 file, 1 resource; 3 known\n");
    assertThat(made.status()).isZero();

    write("# a comment\n" + WRONG + "  substs: []\n");
    Cli.Result later = lint("--baseline", ".mesh-lint-baseline.yaml", "rule.yaml");
    assertThat(later.out()).startsWith("rule.yaml:9:3: error: ").contains("1 error in 1 file");
    assertThat(later.status()).isEqualTo(1);
  }

  @Test
  void what_is_repaired_is_said_and_struck_out_and_nothing_is_added() throws IOException {
    lint("--write-baseline=known.yaml", "rule.yaml");
    write(WRONG.replace("  hots: readers\n", "") + "  substs: []\n");

    Cli.Result run = lint("--baseline", "known.yaml", "rule.yaml");
    assertThat(run.err())
        .isEqualTo("mesh-lint: 1 finding of the baseline is fixed: run --write-baseline\n");

    Cli.Result shrunk = lint("--baseline", "known.yaml", "--write-baseline", "rule.yaml");
    assertThat(shrunk.err())
        .isEqualTo("mesh-lint: 1 finding of the baseline is fixed, 2 findings left\n");
    assertThat(shrunk.status()).isEqualTo(1);
    assertThat(folder.resolve("known.yaml")).content().hasLineCount(5).doesNotContain("substs");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void the_status_is_the_same_in_every_format(ReportFormat format) {
    lint("--write-baseline=known.yaml", "rule.yaml");

    Cli.Result result = lint("--baseline", "known.yaml", "--format", format.label(), "rule.yaml");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
  }

  @Test
  void code_scanning_is_told_what_is_known() throws IOException {
    lint("--write-baseline=known.yaml", "rule.yaml");
    write(WRONG + "  substs: []\n");

    assertThat(lint("--baseline", "known.yaml", "--format", "sarif", "rule.yaml").out())
        .containsOnlyOnce("\"suppressions\":[],\"baselineState\":\"new\"")
        .contains(
            "\"suppressions\":[{\"kind\":\"external\",\"justification\":\"listed in the baseline\"}],\"baselineState\":\"unchanged\"");
  }

  @Test
  void a_baseline_that_is_none_is_told_with_its_place() throws IOException {
    Files.writeString(folder.resolve("known.yaml"), "version: 1\nfindings: none\n");

    Cli.Result result = lint("--baseline", "known.yaml", "rule.yaml");

    assertThat(result.err()).isEqualTo("known.yaml:2:11: \"findings\" must be a list\n");
    assertThat(result.status()).isEqualTo(2);
    assertThat(lint("--baseline", "nowhere.yaml", "rule.yaml").err())
        .isEqualTo("baseline \"nowhere.yaml\" cannot be read: it does not exist\n");
  }

  @Test
  void the_configuration_may_name_it() throws IOException {
    Files.writeString(folder.resolve(".mesh-lint.yaml"), "baseline: ci/known.yaml\n");
    Files.createDirectory(folder.resolve("ci"));

    Cli.Result missing = lint("rule.yaml");
    assertThat(missing.err())
        .isEqualTo(
            "mesh-lint: baseline \"ci/known.yaml\" of the configuration does not exist:"
                + " --write-baseline makes it\n");
    assertThat(missing.status()).isEqualTo(2);

    assertThat(lint("--write-baseline", "rule.yaml").err())
        .isEqualTo("mesh-lint: baseline ci/known.yaml written: 3 findings\n");
    assertThat(lint("rule.yaml").out()).isEqualTo("no findings in 1 file, 1 resource; 3 known\n");
    assertThat(lint("--no-baseline", "rule.yaml").out()).contains("2 errors, 1 info in 1 file");
    assertThat(lint("--no-config", "rule.yaml").out()).contains("2 errors, 1 info in 1 file");
    assertThat(Cli.in(folder.resolve("ci")).lint("../rule.yaml").status()).isZero();
  }

  @Test
  void options_go_before_the_configuration_and_contradictions_are_told() throws IOException {
    lint("--write-baseline=known.yaml", "rule.yaml");
    Files.writeString(folder.resolve(".mesh-lint.yaml"), "baseline: nowhere.yaml\n");

    assertThat(lint("--baseline", "known.yaml", "rule.yaml").status()).isZero();
    assertThat(lint("--no-baseline", "--write-baseline", "rule.yaml").err())
        .isEqualTo("mesh-lint: --no-baseline takes none: leave the other option out\n");
  }

  @Test
  void a_run_that_fails_writes_no_baseline() {
    Cli.Result result = lint("--write-baseline", "rule.yaml", "nowhere");

    assertThat(result.status()).isEqualTo(2);
    assertThat(folder.resolve(".mesh-lint-baseline.yaml")).doesNotExist();
  }

  @Test
  void repairs_leave_the_baseline_alone() throws IOException {
    lint("--write-baseline=known.yaml", "rule.yaml");

    assertThat(lint("--baseline", "known.yaml", "--diff", "rule.yaml").out()).isEmpty();
    assertThat(lint("--baseline", "known.yaml", "--fix", "rule.yaml").status()).isZero();
    assertThat(folder.resolve("rule.yaml")).hasContent(WRONG);
  }
}
