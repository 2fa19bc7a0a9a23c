package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reports that are large, or that nobody takes. The timeout is no measure: it ends a run that would not end by itself.
 */
@Timeout(120)
class HostileReportsTest {
  private static final int FINDINGS = 100_000;

  @TempDir Path folder;

  @Test
  void a_hundred_thousand_findings_are_written_in_every_format() throws IOException {
    String routes =
        """
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: v%d}
        spec:
          hosts: [h%d]
          http:
        """;
    String wrong = "  - {timeuot: 5s, route: [{destination: {host: h}}]}\n";
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < FINDINGS / 1_000; i++) {
      yaml.append(routes.formatted(i, i)).append(wrong.repeat(1_000));
    }
    Files.writeString(folder.resolve("many.yaml"), yaml);
    List<String> arguments = new ArrayList<>(List.of("--no-config", "--select", "schema-*"));
    for (ReportFormat format : ReportFormat.values()) {
      if (format != ReportFormat.HTML) {
        arguments.add("--format");
        arguments.add(format.label() + "=report." + format.label());
      }
    }
    arguments.add("many.yaml");

    Cli.Result result = Cli.in(folder).lint(arguments.toArray(String[]::new));

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("report.json")).split("\"rule\":", -1))
        .hasSize(FINDINGS + 1);
    for (ReportFormat format : ReportFormat.values()) {
      if (format != ReportFormat.HTML) {
        assertThat(folder.resolve("report." + format.label())).content().contains("100700");
      }
    }
  }

  /** A line as long as this one is what makes of a file that somebody has minified. */
  @Test
  void thousands_of_findings_in_one_line_of_megabytes_are_shown_each_at_its_place()
      throws IOException {
    StringBuilder json =
        new StringBuilder("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [");
    String item =
        "{\"apiVersion\":\"networking.istio.io/v1\",\"kind\":\"VirtualService\","
            + "\"metadata\":{\"name\":\"v%d\"},";
    for (int i = 0; i < 10_000; i++) {
      json.append(i == 0 ? "" : ",").append(item.formatted(i));
      json.append("\"spec\":{\"hosts\":[\"h\"],\"timeuot\":\"")
          .append("x".repeat(100))
          .append("\"}}");
    }
    Files.writeString(folder.resolve("one-line.json"), json.append("]}"));

    Cli.Result result = Cli.in(folder).lint("--no-config", "--select", "schema-*", ".");

    assertThat(result.out().lines().filter(line -> line.contains("\"timeuot\" is not a field")))
        .hasSize(10_000);
    assertThat(result.out()).contains("\"v9999\"},\"spec\":{\"hosts\":[\"h\"],\"timeuot\":\"xxx");
    assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(400));
  }

  @Test
  void names_of_megabytes_do_not_make_reports_of_gigabytes() throws IOException {
    int length = 1_000_000;
    String name = "n".repeat(length);
    Files.writeString(
        folder.resolve("long.yaml"),
        "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: "
            + name
            + "}\nspec:\n  hosts: [h]\n  http:\n"
            + "  - {timeuot: 5s, route: [{destination: {host: books}}]}\n".repeat(1_000));

    Cli.Result result = Cli.in(folder).lint("--no-config", "--format", "json", ".");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).contains("\"rule\":\"schema-unknown-field\"");
    assertThat(result.out().length()).isLessThan(10 * length);
  }

  @Test
  void tens_of_thousands_of_unknown_fields_of_one_object_are_suppressed_one_by_one()
      throws IOException {
    StringBuilder yaml = new StringBuilder(Neighbour.MANIFEST);
    String field =
        "  # mesh-lint: ignore-start schema-unknown-field -- why\n  x%d: 1\n  # mesh-lint: ignore-end\n";
    for (int i = 0; i < 30_000; i++) {
      yaml.append(field.formatted(i));
    }
    Files.writeString(folder.resolve(Neighbour.NAME), yaml);

    Cli.Result result = Cli.in(folder).lint("--no-config", ".");

    Neighbour.assertFound(result);
    assertThat(result.out()).endsWith("; 30000 suppressed\n");
  }

  @ParameterizedTest
  @EnumSource(value = ReportFormat.class, names = "HTML", mode = EnumSource.Mode.EXCLUDE)
  @EnabledOnOs(OS.LINUX)
  void names_give_no_orders_to_terminals_and_servers(ReportFormat format) throws IOException {
    for (String name :
        List.of("esc\u001b[31m", "bell\u0007", "cr\r", "tab\t", "nel\u0085", "::error::")) {
      Files.writeString(
          folder.resolve(name + ".yaml"),
          Neighbour.MANIFEST.replace("timeuot", "\"\\e[2J\\r::error::\""));
    }

    Cli.Result result = Cli.in(folder).lint("--no-config", "--format", format.label(), ".");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out().chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    if (format != ReportFormat.GITHUB) {
      assertThat(result.out().lines()).noneMatch(line -> line.startsWith("::"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"TEXT", "GITHUB", "MARKDOWN"})
  @EnabledOnOs(OS.LINUX)
  void names_do_not_turn_the_direction_of_text(ReportFormat format) throws IOException {
    Files.writeString(folder.resolve("turned\u202egnp.yaml"), Neighbour.MANIFEST);

    Cli.Result result = Cli.in(folder).lint("--no-config", "--format", format.label(), ".");

    assertThat(result.out()).contains("turned\ufffdgnp.yaml").doesNotContain("\u202e");
  }

  @Test
  void a_report_replaces_no_manifest() throws IOException {
    Neighbour.write(folder);
    Files.writeString(folder.resolve("a.json"), "{}");

    Cli.Result result =
        Cli.in(folder)
            .lint(
                "--no-config",
                "--format",
                "json=" + Neighbour.NAME,
                "--format",
                "sarif=./a.json",
                "--format",
                "text",
                "a.json",
                Neighbour.NAME);

    Neighbour.assertFound(result, 2);
    assertThat(result.err())
        .isEqualTo(
            """
            mesh-lint: report "good.yaml" is not written: it would replace a manifest
            mesh-lint: report "./a.json" is not written: it would replace a manifest
            """);
    assertThat(folder.resolve(Neighbour.NAME)).content().isEqualTo(Neighbour.MANIFEST);
    assertThat(folder.resolve("a.json")).content().isEqualTo("{}");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  @EnabledOnOs(OS.LINUX)
  void a_full_disk_fails_the_run_and_costs_nobody_the_other_reports(ReportFormat format)
      throws IOException {
    Neighbour.write(folder);

    Cli.Result result =
        Cli.in(folder)
            .lint(
                "--no-config",
                "--format",
                format.label() + "=/dev/full",
                "--format",
                "json=report.json",
                "--format",
                "text",
                ".");

    Neighbour.assertFound(result, 2);
    assertThat(result.err())
        .isEqualTo("mesh-lint: report \"/dev/full\" cannot be written: No space left on device\n");
    assertThat(folder.resolve("report.json")).content().contains("timeuot").endsWith("}\n");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void standard_output_on_a_full_disk_fails_the_run(ReportFormat format) throws IOException {
    Neighbour.write(folder);

    Cli.Result result =
        Cli.in(folder)
            .lintInto("No space left on device", "--no-config", "--format", format.label(), ".");

    assertThat(result.err())
        .isEqualTo("mesh-lint: standard output cannot be written: No space left on device\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_closed_standard_output_fails_the_run() throws Exception {
    Neighbour.write(folder);

    Cli.Result result = Forked.in(folder).lintInShell("exec \"$@\" >&-", "--no-config", ".");

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("mesh-lint: standard output cannot be written: ");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void where_nobody_listens_at_all_the_status_still_tells() throws Exception {
    Neighbour.write(folder);

    assertThat(Forked.in(folder).lintInShell("exec \"$@\" >&- 2>&-", "--no-config", ".").status())
        .isEqualTo(2);
  }
}
