package dev.meshlint.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.fix.FixApplier;
import dev.meshlint.core.mesh.RuleQuery;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.promql.Span;
import dev.meshlint.core.rule.Findings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

  /** {@code test-port} on every port above 9000, {@code test-type} on every type. */
  private static final RuleSet RULES =
      TestRules.none()
          .onServices("test-port", SuppressionsTest::checkPorts)
          .onServices("test-type", SuppressionsTest::checkType)
          .set();

  private static void checkPorts(Service service, Findings out) {
    for (View port : service.child("spec").list("ports")) {
      Integer number = port.integer("port");
      if (number != null && number > 9000) {
        out.report(port.at("port"), "port " + number + " is too high");
      }
    }
  }

  private static void checkType(Service service, Findings out) {
    if (service.type() != null) {
      out.report(service.type(), "type is set");
    }
  }

  private static LintReport lint(String yaml) {
    return MeshLint.builder().ruleSet(RULES).clock(TODAY).build().lintText("a.yaml", yaml);
  }

  private static List<String> found(String yaml) {
    return lint(yaml).findings().stream().map(SuppressionsTest::line).toList();
  }

  private static String line(Finding finding) {
    return finding.place().line() + " " + finding.rule();
  }

  private static String service(String ports) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: backend}
        spec:
          selector: {app: backend}
          ports:
        """
        + ports.indent(2);
  }

  /** The only file, when all fixes are made. */
  private static String repaired(LintReport report) {
    FixApplier applier = new FixApplier();
    report.findings().forEach(finding -> finding.fixes().forEach(applier::add));
    return applier.texts().values().iterator().next();
  }

  @Test
  void a_comment_covers_its_line() {
    LintReport report =
        lint(service("- {name: a, port: 9001}   # mesh-lint: ignore test-port -- old clients\n"));

    assertThat(report.findings()).isEmpty();
    assertThat(report.suppressed())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.finding().rule()).isEqualTo("test-port");
              assertThat(one.inSource()).isTrue();
              assertThat(one.reason()).isEqualTo("old clients");
            });
  }

  @Test
  void a_comment_covers_the_line_below_it() {
    assertThat(
            found(
                service(
                    """
                    # mesh-lint: ignore test-port
                    # (old clients)
                    - {name: a, port: 9001}
                    - {name: b, port: 9002}
                    """)))
        .containsExactly("10 test-port");
  }

  @Test
  void a_comment_above_a_block_covers_its_first_line_only() {
    assertThat(
            found(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: backend}
                # mesh-lint: ignore test-type
                spec:
                  selector: {app: backend}
                  type: NodePort
                  ports: [{name: a, port: 80}]
                """))
        .containsExactly("4 suppression-unused", "7 test-type");
  }

  @Test
  void a_comment_above_a_resource_covers_it() {
    String broken = "  type: NodePort\n";
    assertThat(
            found(
                "# mesh-lint: ignore test-type, test-port\n"
                    + service("- {name: a, port: 9001}")
                    + broken
                    + "--- # mesh-lint: ignore test-type\n"
                    + service("- {name: a, port: 9002}")
                    + broken))
        .containsExactly("17 test-port");
  }

  @Test
  void a_comment_above_api_version_covers_the_resource() {
    assertThat(
            found(
                """
                kind: Service
                # mesh-lint: ignore test-type
                apiVersion: v1
                metadata: {name: backend}
                spec: {type: NodePort, selector: {app: backend}, ports: [{name: a, port: 80}]}
                """))
        .isEmpty();
  }

  @Test
  void two_comments_cover_what_lies_between_them() {
    assertThat(
            found(
                service(
                    """
                    - {name: a, port: 9001}
                    # mesh-lint: ignore-start test-port until 2026-12-31 -- old clients
                    - {name: b, port: 9002}
                    - {name: c, port: 9003}
                    # mesh-lint: ignore-end
                    - {name: d, port: 9004}
                    """)))
        .containsExactly("7 test-port", "12 test-port");
  }

  @Test
  void ranges_may_overlap_and_an_end_may_name_its_rules() {
    assertThat(
            found(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: backend}
                # mesh-lint: ignore-start test-type
                spec: # mesh-lint: ignore-start test-port
                  type: NodePort
                  ports: # mesh-lint: ignore-end test-type
                    - {name: a, port: 9001}
                    # mesh-lint: ignore-end test-port
                    - {name: b, port: 9002}
                """))
        .containsExactly("10 test-port");
  }

  @Test
  void a_range_without_an_end_suppresses_nothing() {
    assertThat(messages("# mesh-lint: ignore-start test-port"))
        .contains(
            "no \"ignore-end\" of these rules follows \"ignore-start\", so nothing is suppressed");
    assertThat(messages("# mesh-lint: ignore-start test-port\n# mesh-lint: ignore-end test-type"))
        .contains(
            "no \"ignore-start\" of these rules precedes \"ignore-end\", so nothing is suppressed");
    assertThat(
            found(
                "a: [ # mesh-lint: ignore-start test-port\n---\n"
                    + service("- {name: a, port: 1}")))
        .containsExactly("1 yaml-syntax");
  }

  @Test
  void a_range_in_which_nothing_is_found_is_deleted_with_its_end() {
    String clean = service("- {name: a, port: 80}\n- {name: b, port: 81}\n");
    String yaml =
        clean
            .replace("  - {name: a", "  # mesh-lint: ignore-start test-port -- why\n  - {name: a")
            .replace("81}", "81} # mesh-lint: ignore-end");
    LintReport report = lint(yaml);

    assertThat(report.findings())
        .extracting(SuppressionsTest::line)
        .containsExactly("7 suppression-unused");
    assertThat(repaired(report)).isEqualTo(clean);
  }

  @Test
  void a_comment_may_cover_the_file() {
    assertThat(
            found(
                service("- {name: a, port: 9001}")
                    + "---\n"
                    + service("- {name: a, port: 9002}")
                    + "# mesh-lint: ignore-file test-port -- generated\n"))
        .isEmpty();
  }

  @Test
  void an_annotation_covers_its_resource() {
    String yaml =
        service("- {name: a, port: 9001}")
                .replace(
                    "{name: backend}",
                    "{name: backend, annotations: {mesh-lint.dev/ignore: \"test-port,test-type\"}}")
            + "---\n"
            + service("- {name: a, port: 9002}");

    assertThat(found(yaml)).containsExactly("3 suppression-unused", "15 test-port");
  }

  @Test
  void codes_of_istio_are_honoured() {
    for (String codes : List.of("IST0001, IST9999", "*", "IST9999")) {
      String yaml =
          service("- {name: a, port: 9001}")
              .replace(
                  "{name: backend}",
                  "{name: backend, annotations: {galley.istio.io/analyze-suppress: '"
                      + codes
                      + "'}}");

      assertThat(found(yaml)).as(codes).isEmpty();
      assertThat(found(yaml.replace("9999", "9998").replace("*", "IST"))).as(codes).hasSize(1);
    }
  }

  @Test
  void a_former_name_of_a_rule_still_counts() {
    assertThat(found(service("- {name: a, port: 9001} # mesh-lint: ignore old-test-port")))
        .isEmpty();
  }

  @Test
  void a_comment_without_a_rule_covers_all_rules() {
    assertThat(found(service("- {name: a, port: 9001} # mesh-lint: ignore"))).isEmpty();
    assertThat(found(service("- {name: a, port: 80} # mesh-lint: ignore")))
        .containsExactly("7 suppression-unused");
  }

  @Test
  void a_suppression_that_suppresses_nothing_is_found_and_its_fix_deletes_it() {
    String clean = service("- {name: a, port: 80}\n- {name: b, port: 81}\n");
    String yaml =
        clean
            .replace("80}", "80} # mesh-lint: ignore test-port")
            .replace("  - {name: b", "  # mesh-lint: ignore test-type\n  - {name: b");
    LintReport report = lint(yaml);

    assertThat(report.findings())
        .extracting(Finding::message)
        .containsExactly(
            "\"test-port\" finds nothing here to suppress",
            "\"test-type\" finds nothing here to suppress");
    assertThat(repaired(report)).isEqualTo(clean);
  }

  @Test
  void nobody_knows_what_suppressions_in_an_unreadable_file_are_good_for() {
    assertThat(found("a: [ # mesh-lint: ignore test-port\n---\n" + service("- {name: a, port: 1}")))
        .containsExactly("1 yaml-syntax");
  }

  @Test
  void a_suppression_of_a_rule_that_does_not_run_is_not_unused() {
    MeshLint lint =
        MeshLint.builder().ruleSet(RULES).clock(TODAY).ignore(List.of("test-port")).build();

    assertThat(
            lint.lintText("a.yaml", service("- {name: a, port: 80} # mesh-lint: ignore test-port"))
                .findings())
        .isEmpty();
  }

  @Test
  void a_suppression_holds_until_the_end_of_its_last_day() {
    String yaml = service("- {name: a, port: 9001} # mesh-lint: ignore test-port until DAY -- x");

    assertThat(found(yaml.replace("DAY", "2026-11-25"))).isEmpty();
    assertThat(found(yaml.replace("DAY", "2026-11-24")))
        .containsExactlyInAnyOrder("7 test-port", "7 suppression-expired");
  }

  @Test
  void what_cannot_be_understood_suppresses_nothing_and_is_found() {
    assertThat(messages("# mesh-lint: disable test-port"))
        .contains(
            "\"disable\" is no suppression: ignore, ignore-file and ignore-start are, so nothing is"
                + " suppressed");
    assertThat(messages("# mesh-lint: ignore test-port until tomorrow"))
        .contains("\"tomorrow\" is no date such as 2026-12-31, so nothing is suppressed");
    assertThat(messages("# mesh-lint: ignore test-prt"))
        .contains("no rule is called \"test-prt\", so nothing is suppressed");
  }

  private static List<String> messages(String comment) {
    LintReport report = lint(service("- {name: a, port: 9001} " + comment));
    assertThat(report.findings()).extracting(Finding::rule).contains("test-port");
    return report.findings().stream().map(Finding::message).toList();
  }

  @Test
  void a_reason_may_be_demanded() {
    LintConfig config = LintConfig.parse("c.yaml", "rules: {suppression-without-reason: warning}");
    MeshLint lint = MeshLint.builder().ruleSet(RULES).clock(TODAY).config(config).build();

    assertThat(
            lint.lintText("a", service("- {name: a, port: 9001} # mesh-lint: ignore test-port --"))
                .findings())
        .extracting(Finding::rule)
        .containsExactly("suppression-without-reason");
    assertThat(
            lint.lintText(
                    "a", service("- {name: a, port: 9001} # mesh-lint: ignore test-port -- y"))
                .findings())
        .isEmpty();
  }

  private static List<String> foundWith(String config, String yaml) {
    LintConfig read = LintConfig.parse("c.yaml", config);
    return MeshLint.builder()
        .ruleSet(RULES)
        .clock(TODAY)
        .config(read)
        .build()
        .lintText("charts/a.yaml", yaml)
        .findings()
        .stream()
        .map(finding -> finding.place().file() + ":" + line(finding))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paths: charts/**",
        "names: back*",
        "namespaces: default",
        "kinds: [Service]",
        "paths: charts/**, names: backend, until: 2026-11-25, reason: not ours",
      })
  void the_configuration_covers_what_fits_all_its_lists(String lists) {
    assertThat(
            foundWith(
                "suppressions: [{rules: test-port, " + lists + "}]",
                service("- {name: a, port: 9001}")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"paths: vendor/**", "names: front*", "namespaces: shop", "kinds: [Gateway]"})
  void the_configuration_covers_nothing_else_and_is_not_judged_by_it(String lists) {
    assertThat(
            foundWith(
                "suppressions: [{rules: test-port, " + lists + "}]",
                service("- {name: a, port: 9001}")))
        .containsExactly("charts/a.yaml:7 test-port");
  }

  @Test
  void suppressions_of_the_configuration_are_judged_like_others() {
    String config = "suppressions:\n  - {rules: [RULES], names: [backend], until: DAY}\n";
    String clean = service("- {name: a, port: 80}");

    assertThat(foundWith(config.replace("RULES", "test-port").replace("DAY", "2027-01-01"), clean))
        .containsExactly("c.yaml:2 suppression-unused");
    assertThat(foundWith(config.replace("RULES", "test-port").replace("DAY", "2026-01-01"), clean))
        .containsExactly("c.yaml:2 suppression-expired");
    assertThat(foundWith(config.replace("RULES", "test-prt").replace("DAY", "2027-01-01"), clean))
        .containsExactly("c.yaml:2 suppression-unused");
    assertThat(
            foundWith(
                "rules: {suppression-without-reason: error}\n"
                    + config.replace("RULES", "test-port").replace("DAY", "2027-01-01"),
                service("- {name: a, port: 9001}")))
        .containsExactly("c.yaml:3 suppression-without-reason");
  }

  @Test
  void all_suppressions_can_be_left_out_of_account() {
    LintConfig config =
        LintConfig.parse("c.yaml", "suppressions: [{rules: test-type, kinds: Service}]");
    String yaml =
        service("- {name: a, port: 9001} # mesh-lint: ignore test-port until 2020-01-01\n")
            + "  type: NodePort # mesh-lint: ignore test-prt\n";
    MeshLint lint =
        MeshLint.builder().ruleSet(RULES).clock(TODAY).config(config).suppressions(false).build();

    assertThat(lint.lintText("a.yaml", yaml).findings())
        .extracting(Finding::rule)
        .containsExactly("test-port", "test-type");
    assertThat(lint.lintText("a.yaml", yaml).suppressed()).isEmpty();
  }

  @Test
  void ordinary_comments_mean_nothing() {
    assertThat(found(service("- {name: a, port: 80} # checked with mesh-lint"))).isEmpty();
  }

  @Test
  void a_duplicate_key_is_suppressed_with_its_resource() {
    assertThat(
            found(
                """
                # mesh-lint: ignore yaml-duplicate-key
                apiVersion: v1
                kind: Service
                metadata: {name: backend}
                spec: {selector: {app: a}, selector: {app: b}, ports: [{name: a, port: 80}]}
                """))
        .isEmpty();
  }

  @Test
  void an_internal_error_cannot_be_suppressed() {
    RuleSet broken =
        TestRules.none()
            .onServices(
                "test-broken",
                (service, out) -> {
                  throw new IllegalStateException();
                })
            .set();
    LintReport report =
        MeshLint.builder()
            .ruleSet(broken)
            .build()
            .lintText("a.yaml", "# mesh-lint: ignore-file\n" + service("- {name: a, port: 80}"));

    assertThat(report.hasInternalError()).isTrue();
  }

  @Test
  void a_comment_above_a_block_covers_what_is_found_inside() {
    RuleSet onExpressions =
        TestRules.none()
            .onMesh(
                "test-query",
                (mesh, out) -> {
                  RuleQuery query = mesh.prometheusRules().queries().get(0);
                  out.report(query.at(new Span(4, 6)), "found");
                })
            .set();
    String rules =
        """
        groups:
          - name: a
            rules:
              - alert: Down
                expr: | # mesh-lint: ignore test-query -- known
                  sum(
                  up)
        """;

    LintReport report =
        MeshLint.builder().ruleSet(onExpressions).build().lintText("alerts.yaml", rules);

    assertThat(report.findings()).isEmpty();
    assertThat(report.suppressed())
        .singleElement()
        .satisfies(one -> assertThat(one.finding().place().line()).isEqualTo(6));
  }
}
