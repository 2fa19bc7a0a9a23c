package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
  private static final String CORRECT =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: backend
        namespace: production
      """;

  private static final String WRONG = CORRECT + "kind: ServiceAccount\n";

  private static final String FINDING = "[yaml-duplicate-key]";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    write("correct.yaml", CORRECT);
    write("wrong.yaml", WRONG);
  }

  @Test
  void a_correct_file_gives_status_0() {
    Cli.Result result = cli().lint("correct.yaml");

    assertThat(result.out()).isEqualTo("no findings in 1 file, 1 resource\n");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void an_error_gives_status_1_and_its_place() {
    Cli.Result result = cli().lint("lint", "wrong.yaml");

    assertThat(result.out()).startsWith("wrong.yaml:6:1: error: ").contains(FINDING);
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void nothing_fails_where_nothing_is_to_fail() {
    assertThat(cli().lint("--fail-on", "never", "wrong.yaml").status()).isZero();
  }

  @Test
  void a_rule_can_be_left_out() {
    assertThat(cli().lint("--ignore", "yaml-*", "wrong.yaml").out()).doesNotContain(FINDING);
    assertThat(cli().lint("--ignore", "yaml-duplicat-key", "wrong.yaml").err())
        .isEqualTo(
            "mesh-lint: no rule is called \"yaml-duplicat-key\": did you mean"
                + " \"yaml-duplicate-key\"?\n");
  }

  @Test
  void suppressions_can_be_left_out_of_account() throws IOException {
    write("wrong.yaml", "# mesh-lint: ignore-file yaml-duplicate-key -- generated\n" + WRONG);

    assertThat(cli().lint("wrong.yaml").out()).endsWith("1 resource; 1 suppressed\n");
    Cli.Result audit = cli().lint("--no-suppressions", "wrong.yaml");
    assertThat(audit.out()).contains(FINDING).doesNotContain("suppressed");
    assertThat(audit.status()).isEqualTo(1);
  }

  @Test
  void the_standard_input_is_a_manifest_like_any_other() {
    Cli.Result result = cli().withInput(WRONG).lint("-");

    assertThat(result.out()).startsWith("<stdin>:6:1: error: ");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void quiet_is_one_line_a_finding_and_nothing_where_there_is_none() {
    assertThat(cli().lint("-q", "wrong.yaml").out()).hasLineCount(1).contains(FINDING);
    assertThat(cli().lint("-q", "correct.yaml").out()).isEmpty();
  }

  @Test
  void json_goes_where_it_is_sent_and_text_stays_on_standard_output() throws IOException {
    Cli.Result result =
        cli().lint("--format", "json=report.json", "--format=text", "correct.yaml", "wrong.yaml");

    assertThat(result.out()).contains("1 error in 2 files");
    assertThat(Files.readString(folder.resolve("report.json")))
        .startsWith("{\"version\":1,")
        .contains("\"rule\":\"yaml-duplicate-key\"")
        .endsWith("}\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void standard_output_holds_nothing_but_the_json() {
    Cli.Result result =
        cli()
            .onTerminal()
            .lint("--format", "json", "--statistics", "--verbose", "wrong.yaml", "missing.yaml");

    assertThat(result.out()).startsWith("{\"version\":1,").endsWith("}\n").doesNotContain("\u001b");
    assertThat(result.err())
        .contains("1  error    yaml-duplicate-key")
        .contains("mesh-lint: path \"missing.yaml\" does not exist");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void a_report_that_cannot_be_written_fails_the_run() {
    Cli.Result result = cli().lint("--format", "json=nowhere/report.json", "correct.yaml");

    assertThat(result.err())
        .isEqualTo("mesh-lint: report \"nowhere/report.json\" cannot be written: no such folder\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void a_reader_that_has_seen_enough_does_not_change_the_status() {
    Cli.Result result = cli().lintInto("Broken pipe", "wrong.yaml");

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void statistics_follow_the_text() {
    assertThat(cli().lint("--statistics", "wrong.yaml").out())
        .contains("\n1  error    yaml-duplicate-key\n1 files, ")
        .contains("milliseconds by stage:", "milliseconds by rule, over all threads, the slowest:");
  }

  @Test
  void a_terminal_is_coloured_unless_somebody_objects() {
    assertThat(cli().onTerminal().lint("wrong.yaml").out()).contains("\u001b[");
    assertThat(cli().with("FORCE_COLOR", "1").lint("wrong.yaml").out()).contains("\u001b[");
    assertThat(cli().lint("wrong.yaml").out()).doesNotContain("\u001b");
    assertThat(cli().onTerminal().lint("--no-color", "wrong.yaml").out()).doesNotContain("\u001b");
    assertThat(cli().onTerminal().with("NO_COLOR", "1").lint("wrong.yaml").out())
        .doesNotContain("\u001b");
    assertThat(cli().onTerminal().with("TERM", "dumb").lint("wrong.yaml").out())
        .doesNotContain("\u001b");
  }

  @Test
  void colours_can_be_asked_for() {
    assertThat(cli().lint("--color", "always", "wrong.yaml").out()).contains("\u001b[");
    assertThat(cli().with("NO_COLOR", "1").lint("--color=always", "wrong.yaml").out())
        .contains("\u001b[");
    assertThat(cli().onTerminal().lint("--color=never", "wrong.yaml").out())
        .doesNotContain("\u001b");
    assertThat(cli().onTerminal().lint("--color=auto", "wrong.yaml").out()).contains("\u001b[");
    assertThat(cli().lint("--color=allways", "wrong.yaml").err())
        .isEqualTo(
            "mesh-lint: option \"--color\" takes auto, always or never, not \"allways\": did you mean"
                + " \"always\"?\n");
    assertThat(cli().lint("--color=always", "--no-color", "wrong.yaml").err())
        .isEqualTo("mesh-lint: --color and --no-color do not go together\n");
  }

  @Test
  void on_a_terminal_the_rule_leads_to_its_documentation() {
    String link = "\u001b]8;;https://";

    assertThat(cli().onTerminal().lint("wrong.yaml").out()).contains(link);
    assertThat(cli().onTerminal().lint("--no-color", "wrong.yaml").out()).doesNotContain(link);
    assertThat(cli().onTerminal().with("TERM", "dumb").lint("--color=always", "wrong.yaml").out())
        .contains("\u001b[")
        .doesNotContain(link);
    assertThat(cli().lint("--color=always", "wrong.yaml").out()).doesNotContain(link);
    assertThat(cli().onTerminal().lint("--format", "text=report.txt", "wrong.yaml").out())
        .doesNotContain(link);
    assertThat(folder.resolve("report.txt")).content().doesNotContain("\u001b");
  }

  @Test
  void a_run_that_checks_nothing_does_not_succeed() throws IOException {
    write("notes/readme.yaml", "title: no manifest\n");

    Cli.Result result = cli().lint("notes");

    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("mesh-lint: nothing was linted: no manifest in notes; skipped: 1 ")
        .hasLineCount(1);
    assertThat(result.status()).isEqualTo(2);
    assertThat(cli().lint("--allow-empty", "notes").status()).isZero();
  }

  @Test
  void skipped_files_are_named_beside_reports_for_programs_too() throws IOException {
    write("notes/readme.yaml", "title: no manifest\n");

    assertThat(cli().lint("--verbose", "notes").err())
        .startsWith("skipped notes/readme.yaml: no apiVersion and kind\n");
    assertThat(cli().lint("--verbose", "--format", "json", "notes").err())
        .startsWith("skipped notes/readme.yaml: no apiVersion and kind\n");
  }

  @Test
  void a_misspelt_command_is_recognised() {
    assertThat(cli().lint("explan").err())
        .isEqualTo(
            "mesh-lint: path \"explan\" does not exist: did you mean the command \"explain\"?\n");
  }

  @Test
  void every_path_is_a_mesh_of_its_own_where_that_is_asked_for() throws IOException {
    write("a/wrong.yaml", WRONG);
    write("b/wrong.yaml", WRONG);

    assertThat(cli().lint("--format", "json", "--each", "a", "b").out())
        .contains("\"mesh\":\"a\"", "\"mesh\":\"b\"");
  }

  @Test
  void the_configuration_above_the_first_path_holds() throws IOException {
    write(".mesh-lint.yaml", "rules: {yaml-duplicate-key: warning}\n");

    assertThat(cli().lint("wrong.yaml").status()).isZero();
    assertThat(cli().lint("--no-config", "wrong.yaml").status()).isEqualTo(1);
    assertThat(cli().lint("--fail-on", "warning", "wrong.yaml").status()).isEqualTo(1);
  }

  @Test
  void a_wrong_configuration_is_told_with_its_place() throws IOException {
    write(".mesh-lint.yaml", "rules: {yaml-duplicate-key: eror}\n");

    Cli.Result result = cli().lint("wrong.yaml");

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(".mesh-lint.yaml:1:29: ").contains("eror");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void kinds_of_the_users_own_definitions_are_judged_too() throws IOException {
    write(
        "crds/book.yaml",
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: books.library.example}
        spec:
          group: library.example
          scope: Namespaced
          names: {kind: Book, plural: books}
          versions:
            - name: v1
              schema:
                openAPIV3Schema:
                  properties:
                    spec: {type: object, properties: {title: {type: string}}}
        """);
    write(
        "book.yaml",
        "apiVersion: library.example/v1\nkind: Book\nmetadata: {name: a}\nspec: {titel: Momo}\n");

    assertThat(cli().lint("book.yaml").status()).isZero();
    assertThat(cli().lint("--crds", "crds", "book.yaml").out())
        .startsWith("book.yaml:4:8: error: \"titel\"")
        .contains("[schema-unknown-field]", "did you mean \"title\"?");
    Cli.Result nowhere = cli().lint("--crds", "crd", "book.yaml");
    assertThat(nowhere.err())
        .isEqualTo("mesh-lint: crds: \"" + folder.resolve("crd") + "\" does not exist\n");
    assertThat(nowhere.status()).isEqualTo(2);
  }

  @Test
  void paths_can_come_from_a_file() throws IOException {
    write("paths.txt", "\"correct.yaml\"\nwrong.yaml\n");

    assertThat(cli().lint("@paths.txt").out()).contains("1 error in 2 files");
  }

  private Cli cli() {
    return Cli.in(folder);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
