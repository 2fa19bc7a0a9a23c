package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixTest {
  private static final String WRONG =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: books, namespace: library}
      spec:
        hosts: [books]   # readers ask for this one
        http:
          - timeuot: 5s
            route: [{destination: {host: books}}]
      """;

  private static final String REPAIRED = WRONG.replace("timeuot", "timeout");

  private static final String DIFF =
      """
      --- a/route.yaml
      +++ b/route.yaml
      @@ -4,5 +4,5 @@
       spec:
         hosts: [books]   # readers ask for this one
         http:
      -    - timeuot: 5s
      +    - timeout: 5s
             route: [{destination: {host: books}}]
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("route.yaml"), WRONG);
  }

  private Cli cli() {
    return Cli.in(folder);
  }

  @Test
  void fix_repairs_the_file_and_reports_what_is_left() {
    Cli.Result result = cli().lint("--fix", "--ignore", "istio-unknown-*", "route.yaml");

    assertThat(file).hasContent(REPAIRED);
    assertThat(result.out()).isEqualTo("no findings in 1 file, 1 resource; 1 repaired\n");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void diff_shows_the_repair_and_changes_nothing() {
    Cli.Result result = cli().lint("--diff", "route.yaml");

    assertThat(file).hasContent(WRONG);
    assertThat(result.out()).isEqualTo(DIFF);
    assertThat(result.err()).isEqualTo("mesh-lint: 1 finding would be repaired in 1 file\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void diff_on_standard_output_leaves_room_for_reports_in_files_only() throws IOException {
    Cli.Result result =
        cli().lint("--diff", "--statistics", "--format", "json=out.json", "route.yaml");

    assertThat(result.out()).isEqualTo(DIFF);
    assertThat(Files.readString(folder.resolve("out.json"))).contains("schema-unknown-field");
  }

  @Test
  void there_may_be_nothing_to_repair() throws IOException {
    Files.writeString(file, REPAIRED);

    Cli.Result result = cli().lint("--diff", "route.yaml");

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("mesh-lint: nothing to repair\n");
    assertThat(result.status()).isZero();
  }

  @Test
  void the_standard_input_is_repaired_on_its_way_through() {
    Cli.Result result = cli().withInput(WRONG).lint("--fix", "-");

    assertThat(result.out()).isEqualTo(REPAIRED);
    assertThat(result.err()).contains("1 repaired\n");
  }

  @Test
  void a_standard_input_without_mistakes_or_manifests_comes_out_as_it_is() {
    assertThat(cli().withInput(REPAIRED).lint("--fix", "-").out()).isEqualTo(REPAIRED);
    assertThat(cli().withInput("\uFEFFa: b\r\n").lint("--fix", "-").out())
        .isEqualTo("\uFEFFa: b\r\n");
  }

  @Test
  void unsafe_repairs_need_the_word() throws IOException {
    String wrong =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: books, namespace: library}
        spec:
          hosts: [books]
          http: [{route: [{destination: {host: books, subset: stabel}}]}]
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: books, namespace: library}
        spec: {host: books, subsets: [{name: stable, labels: {version: v1}}]}
        """;
    Files.writeString(file, wrong);

    assertThat(cli().lint("--fix", "route.yaml").status()).isEqualTo(1);
    assertThat(file).hasContent(wrong);
    assertThat(cli().lint("--fix=unsafe", "route.yaml").status()).isZero();
    assertThat(file).hasContent(wrong.replace("stabel", "stable"));
  }

  @Test
  void context_is_not_repaired() {
    assertThat(cli().withInput("").lint("--fix", "--allow-empty", "--context", ".", "-").status())
        .isZero();
    assertThat(file).hasContent(WRONG);
  }
}
