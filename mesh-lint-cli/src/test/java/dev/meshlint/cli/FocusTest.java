package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is reported and what is not, from the command line. */
class FocusTest {
  private static final String ROUTE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: books, namespace: library}
      spec:
        hosts: [books]
        http: [{route: [{destination: {host: books, subset: stable}}]}]
      """;

  private static final String RULE =
      """
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: books, namespace: library}
      spec: {host: books, subsets: [{name: steady, labels: {version: v1}}], hots: x}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectory(folder.resolve("deploy"));
    Files.writeString(folder.resolve("deploy/route.yaml"), ROUTE);
    Files.writeString(folder.resolve("deploy/rule.yaml"), RULE);
  }

  private Cli.Result lint(String... args) {
    return Cli.in(folder).lint(args);
  }

  @Test
  void names_of_files_follow_the_option_as_hooks_pass_them() {
    Cli.Result result =
        lint("-q", "deploy", "--report-only", "deploy/route.yaml", "README.md", "--no-config");

    assertThat(result.out())
        .contains("deploy/route.yaml:6:", "[istio-undefined-subset]")
        .doesNotContain("rule.yaml:4");
    assertThat(result.status()).isEqualTo(1);
    assertThat(lint("--report-only", "deploy/route.yaml", "deploy").err())
        .isEqualTo(
            "mesh-lint: nothing to lint: name the paths before --report-only, which takes all"
                + " that follow\n");
  }

  @Test
  void a_finding_that_names_a_place_in_the_files_is_reported() {
    assertThat(lint("-q", "deploy", "--report-only", "deploy/rule.yaml").out())
        .contains("deploy/route.yaml:6:", "deploy/rule.yaml:4:");
  }

  @Test
  void what_has_changed_is_asked_of_git() {
    Cli.Result result = lint("--changed-since", "HEAD", "deploy");

    assertThat(result.err()).matches("mesh-lint: .*git.*\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void the_standard_input_stands_for_a_file() {
    Cli.Result result =
        Cli.in(folder)
            .withInput(ROUTE.replace("stable", "steady"))
            .lint("-q", "deploy", "-", "--stdin-filename", "deploy/route.yaml");

    assertThat(result.out())
        .contains("deploy/route.yaml:6:40: info")
        .doesNotContain("istio-undefined-subset");
  }
}
