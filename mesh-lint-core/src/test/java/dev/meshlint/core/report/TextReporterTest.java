package dev.meshlint.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.engine.Stopwatch;
import dev.meshlint.core.engine.Stopwatch.Stage;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Skipped;
import dev.meshlint.core.report.TextReporter.Detail;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReporterTest {
  private static String text(LintReport report, Detail detail) throws IOException {
    StringBuilder out = new StringBuilder();
    new TextReporter(false, detail).write(report, out);
    return out.toString();
  }

  /** The line of the frame and its underline. */
  private static List<String> frame(String line, String underlined) throws IOException {
    List<String> lines = text(Samples.on(line, underlined), Detail.NORMAL).lines().toList();
    return lines.subList(2, 4);
  }

  @Test
  void a_finding_is_shown_with_its_line() throws IOException {
    assertThat(text(Samples.report(), Detail.NORMAL))
        .isEqualTo(
            """
            deploy/route.yaml:12:17: error: subset "v2" of host "backend" is not defined: \
            DestinationRule production/backend has v1 [istio-undefined-subset]
               |
            12 |         subset: v2
               |                 ^^
              ::: deploy/rule.yaml:1:7
             1 | host: backend
               |       ------- DestinationRule production/backend
               = help: did you mean "v1"?
               = unsafe fix: use subset "v1"

            deploy/rule.yaml:1:1: info: host is not in view [istio-unknown-host, unresolved]
              |
            1 | host: backend
              | ^^^^

            1 error, 1 info in 3 files, 7 resources; 1 suppressed
            skipped 4 files: 3 (Helm template), 1 (kustomization) (--verbose lists them)
            """);
  }

  @Test
  void a_quiet_report_has_one_line_a_finding() throws IOException {
    assertThat(text(Samples.report(), Detail.QUIET))
        .isEqualTo(
            """
            deploy/route.yaml:12:17: error: subset "v2" of host "backend" is not defined: \
            DestinationRule production/backend has v1 [istio-undefined-subset]
            deploy/rule.yaml:1:1: info: host is not in view [istio-unknown-host, unresolved]
            """);
  }

  @Test
  void a_verbose_report_lists_what_was_skipped() throws IOException {
    assertThat(text(Samples.report(), Detail.VERBOSE))
        .endsWith(
            """
            skipped chart/templates/a.yaml: Helm template
            skipped chart/templates/b.yaml: Helm template
            skipped chart/templates/c.yaml: Helm template
            skipped kustomization.yaml: kustomization
            """);
  }

  @Test
  void nothing_found_is_said() throws IOException {
    assertThat(text(Samples.empty(), Detail.NORMAL))
        .isEqualTo("no findings in 1 file, 2 resources\n");
    assertThat(text(Samples.empty(), Detail.QUIET)).isEmpty();
  }

  @Test
  void colours_are_used_only_when_asked_for() throws IOException {
    StringBuilder out = new StringBuilder();
    new TextReporter(true, Detail.NORMAL).write(Samples.report(), out);

    assertThat(out.toString()).contains("\u001b[1;31merror\u001b[0m");
    assertThat(out.toString().replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(text(Samples.report(), Detail.NORMAL));
  }

  @Test
  void a_rule_is_a_link_for_terminals_that_follow_them() throws IOException {
    StringBuilder out = new StringBuilder();
    new TextReporter(false, Detail.QUIET, rule -> rule.contains("subset") ? "https://a/b" : null)
        .write(Samples.report(), out);

    assertThat(out.toString().lines())
        .first(STRING)
        .endsWith(" \u001b]8;;https://a/b\u001b\\[istio-undefined-subset]\u001b]8;;\u001b\\");
    assertThat(out.toString().lines())
        .last(STRING)
        .endsWith(" in view [istio-unknown-host, unresolved]");
  }

  @Test
  void what_is_no_address_is_no_link() throws IOException {
    StringBuilder out = new StringBuilder();
    new TextReporter(false, Detail.QUIET, rule -> "https://a/\u0007b").write(Samples.report(), out);

    assertThat(out).hasToString(text(Samples.report(), Detail.QUIET));
  }

  @Test
  void tabs_are_shown_as_blanks() throws IOException {
    assertThat(frame("\thost:\tbackend", "backend"))
        .containsExactly("1 |     host:    backend", "  |              ^^^^^^^");
  }

  @Test
  void wide_characters_take_two_columns() throws IOException {
    assertThat(frame("名: '😀' # backend", "backend"))
        .containsExactly("1 | 名: '😀' # backend", "  |            ^^^^^^^");
    assertThat(frame("host: 名前", "名前")).containsExactly("1 | host: 名前", "  |       ^^^^");
  }

  @Test
  void a_terminal_obeys_nothing_from_a_manifest() throws IOException {
    LintReport report = Samples.on("host: \u001b[2J\u202Ebackend", "backend");

    assertThat(text(report, Detail.NORMAL))
        .doesNotContain("\u001b", "\u202E")
        .contains("\uFFFD[2J\uFFFD");
  }

  @Test
  void long_lines_are_cut_around_the_place() throws IOException {
    List<String> frame = frame("x".repeat(5000) + " backend " + "y".repeat(5000), "backend");

    assertThat(frame.get(0)).hasSizeLessThan(200).contains("…xxx", " backend y", "yyy…");
    int at = frame.get(0).indexOf("backend");
    assertThat(frame.get(1).indexOf('^')).isEqualTo(at);
    assertThat(frame.get(1)).endsWith("^^^^^^^").hasSize(at + 7);
  }

  @Test
  void a_place_on_several_lines_is_underlined_on_the_first() throws IOException {
    assertThat(frame("spec:\n  a: 1", "spec:\n  a: 1")).containsExactly("1 | spec:", "  | ^^^^^");
  }

  @Test
  void a_file_without_text_has_no_frame() throws IOException {
    assertThat(text(Samples.on("", ""), Detail.NORMAL))
        .startsWith("a.yaml:1:1: error: a [test-rule]\n\n");
  }

  @Test
  void statistics_count_the_rules() throws IOException {
    StringBuilder out = new StringBuilder();
    new StatisticsReporter().write(Samples.report(), out);

    assertThat(out)
        .hasToString(
            """
            1  error    istio-undefined-subset
            1  info     istio-unknown-host
            3 files, 7 resources, 4 skipped, 1 suppressed
            """);
  }

  @Test
  void statistics_say_where_the_time_went() throws IOException {
    Stopwatch stopwatch = new Stopwatch();
    LintReport report = MeshLint.builder().stopwatch(stopwatch).build().lintText("a.yaml", "a: b");
    StringBuilder out = new StringBuilder();
    new StatisticsReporter(stopwatch).write(report, out);

    assertThat(stopwatch.stages().keySet()).containsExactly(Stage.values());
    assertThat(out.toString().lines().map(line -> line.replaceAll("^ *[0-9.]+", "").strip()))
        .contains("milliseconds by stage:", "find", "read", "shapes", "mesh", "rules", "report");
  }

  @Test
  void skipped_reasons_are_counted() throws IOException {
    LintReport report =
        new LintReport(List.of(), List.of(), List.of(new Skipped("a", "empty")), List.of(), 0, 0);

    assertThat(text(report, Detail.NORMAL))
        .isEqualTo(
            "no findings in 0 files, 0 resources\nskipped 1 file: 1 (empty) (--verbose lists them)\n");
  }
}
