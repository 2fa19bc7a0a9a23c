package dev.meshlint.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleInfo.Case;
import dev.meshlint.core.config.LintConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which rules report, and how severe: catalogue, then configuration, then command line. */
class RuleLevelsTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: backend, namespace: production}
      spec: {selector: {app: backend}, ports: [{name: http, port: 8080}]}
      """;

  private final RuleInfo error = TestRules.info("test-error", Level.ERROR);
  private final RuleInfo off = TestRules.info("test-off", Level.OFF);
  private final RuleInfo preview = TestRules.preview("test-preview");
  private final RuleInfo cases =
      TestRules.withCases(
          "test-cases",
          Level.WARNING,
          new Case("inherits", null, null),
          new Case("mild", Level.INFO, null),
          new Case("silent", Level.OFF, null));

  /** What is reported, such as {@code test-error ERROR, test-cases/mild INFO}. */
  private List<String> reported(MeshLint.Builder builder, String file) {
    TestRules rules = TestRules.none();
    for (RuleInfo rule : List.of(error, off, preview)) {
      rules.onServices(rule, (service, out) -> out.report(service, "a"));
    }
    rules.onServices(
        cases,
        (service, out) -> {
          out.report(service, "a");
          for (String name : cases.cases().keySet()) {
            out.report(service, name).as(name);
          }
        });
    return builder.ruleSet(rules.set()).build().lintText(file, SERVICE).findings().stream()
        .map(f -> f.rule() + suffix(f.caseName()) + " " + f.severity())
        .toList();
  }

  private static String suffix(@Nullable String caseName) {
    return caseName == null ? "" : "/" + caseName;
  }

  private List<String> reported(String config) {
    return reported(MeshLint.builder().config(LintConfig.parse("c.yaml", config)), "a.yaml");
  }

  @Test
  void the_catalogue_decides() {
    assertThat(reported(""))
        .containsExactly(
            "test-cases WARNING",
            "test-cases/inherits WARNING",
            "test-cases/mild INFO",
            "test-error ERROR");
  }

  @Test
  void the_configuration_sets_severities() {
    assertThat(reported("rules: {test-error: info, test-off: warning, test-cases: off}"))
        .containsExactly("test-error INFO", "test-off WARNING");
  }

  @Test
  void a_former_name_still_counts() {
    assertThat(reported("rules: {old-test-error: off, test-cases: off}")).isEmpty();
  }

  @Test
  void a_severity_holds_for_all_cases_but_those_that_are_off_by_themselves() {
    assertThat(reported("rules: {test-cases: error, test-error: off}"))
        .containsExactly("test-cases ERROR", "test-cases/inherits ERROR", "test-cases/mild ERROR");
  }

  @Test
  void a_case_is_set_by_itself() {
    assertThat(
            reported(
                """
                rules:
                  test-error: off
                  test-cases: {severity: error, case.mild: off, case.silent: info}
                """))
        .containsExactly("test-cases ERROR", "test-cases/inherits ERROR", "test-cases/silent INFO");
  }

  @Test
  void preview_rules_run_when_asked_for() {
    assertThat(reported("rules: {test-preview: warning, test-error: off, test-cases: off}"))
        .isEmpty();
    assertThat(reported("{preview: true, rules: {test-error: off, test-cases: off}}"))
        .containsExactly("test-preview ERROR");
  }

  @Test
  void overrides_hold_for_some_resources_and_the_last_one_wins() {
    String overrides =
        """
        rules: {test-cases: off}
        overrides:
          - paths: [legacy/]
            rules: {test-error: info}
          - kinds: [Service]
            namespaces: [prod*]
            rules: {test-off: info}
          - paths: ["*.tmp.yaml"]
            rules: {test-error: off}
        """;
    LintConfig config = LintConfig.parse("c.yaml", overrides);

    assertThat(reported(MeshLint.builder().config(config), "a.yaml"))
        .containsExactly("test-error ERROR", "test-off INFO");
    assertThat(reported(MeshLint.builder().config(config), "legacy/a.yaml"))
        .containsExactly("test-error INFO", "test-off INFO");
    assertThat(reported(MeshLint.builder().config(config), "legacy/a.tmp.yaml"))
        .containsExactly("test-off INFO");
  }

  @Test
  void an_override_for_another_kind_or_namespace_does_not_count() {
    assertThat(
            reported(
                """
                rules: {test-cases: off}
                overrides:
                  - {kinds: [Pod], rules: {test-error: off}}
                  - {namespaces: [staging], rules: {test-error: off}}
                """))
        .containsExactly("test-error ERROR");
  }

  @Test
  void a_selection_leaves_out_all_others_and_switches_on_what_is_off() {
    assertThat(reported(MeshLint.builder().select(List.of("test-off")), "a.yaml"))
        .containsExactly("test-off WARNING");
    assertThat(reported(MeshLint.builder().select(List.of("test-e*")), "a.yaml"))
        .containsExactly("test-error ERROR");
    assertThat(
            reported(
                MeshLint.builder().select(List.of("correctness")).ignore(List.of("test-cases")),
                "a.yaml"))
        .containsExactly("test-error ERROR", "test-off WARNING");
  }
}
