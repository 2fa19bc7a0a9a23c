package dev.meshlint.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.catalog.OptionType;
import dev.meshlint.core.catalog.RuleInfo.Case;
import dev.meshlint.core.config.ConfigException;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.engine.TestRules;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Related;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.report.JsonReporter;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeshLintTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: backend
        namespace: production
        annotations:
          example.com/team: payments
      spec:
        selector:
          app: backend
        ports:
          - name: http
            port: 8080
      """;

  private static void reportThePort(Service service, Findings out) {
    out.report(service.ports().get(0).at("port"), "port is wrong");
  }

  private static MeshLint.Builder lintOf(BiConsumer<Service, Findings> check) {
    return MeshLint.builder().ruleSet(TestRules.none().onServices("test-rule", check).set());
  }

  private static Finding only(LintReport report) {
    assertThat(report.findings()).hasSize(1);
    return report.findings().get(0);
  }

  @Test
  void a_finding_says_where_and_what() {
    Finding finding = only(lintOf(MeshLintTest::reportThePort).build().lintText("a.yaml", SERVICE));

    assertThat(finding.rule()).isEqualTo("test-rule");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(finding.evidence()).isNull();
    assertThat(finding.place()).hasToString("Place[file=a.yaml, start=198, end=202]");
    assertThat(finding.place().line()).isEqualTo(13);
    assertThat(finding.resource()).hasToString("Service production/backend");
    assertThat(finding.path()).isEqualTo("spec.ports[0].port");
    assertThat(finding.mesh()).isNull();
    assertThat(finding.equivalents()).containsExactly("IST9999");
  }

  @Test
  void keys_with_dots_and_slashes_stand_in_brackets() {
    Finding finding =
        only(
            lintOf(
                    (service, out) ->
                        out.report(
                            service.child("metadata").child("annotations").at("example.com/team"),
                            "team is wrong"))
                .build()
                .lintText("a.yaml", SERVICE));

    assertThat(finding.path()).isEqualTo("metadata.annotations[example.com/team]");
  }

  @Test
  void keys_of_maps_stand_in_brackets() {
    Finding finding =
        only(
            lintOf(
                    (service, out) ->
                        out.report(service.child("spec").child("selector").at("app"), "no"))
                .build()
                .lintText("a.yaml", SERVICE));

    assertThat(finding.path()).isEqualTo("spec.selector[app]");
  }

  @Test
  void what_is_absent_is_certain_and_brings_its_evidence() {
    Finding finding =
        only(
            lintOf(
                    (service, out) ->
                        out.report(
                            service,
                            new Answer.Absent<>(
                                Evidence.NEAR_MISS, List.of(service.child("spec")), "backend"),
                            "host is not there"))
                .build()
                .lintText("a.yaml", SERVICE));

    assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(finding.evidence()).isEqualTo(Evidence.NEAR_MISS);
    assertThat(finding.help()).isEqualTo("did you mean \"backend\"?");
    assertThat(finding.related())
        .extracting(Related::message)
        .containsExactly("Service production/backend");
  }

  private static BiConsumer<Service, Findings> unknown(Why why) {
    return (service, out) ->
        out.report(service, new Answer.Unknown<>(why), "host is not there").help("look elsewhere");
  }

  @Test
  void what_is_out_of_view_is_information() {
    Finding finding = only(lintOf(unknown(Why.NOT_IN_VIEW)).build().lintText("a.yaml", SERVICE));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.certainty()).isEqualTo(Certainty.UNRESOLVED);
  }

  @Test
  void an_open_world_hides_what_is_out_of_view() {
    MeshLint lint = lintOf(unknown(Why.NOT_IN_VIEW)).world(World.OPEN).build();

    assertThat(lint.lintText("a.yaml", SERVICE).findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Why.class, mode = EnumSource.Mode.EXCLUDE, names = "NOT_IN_VIEW")
  void other_reasons_not_to_know_are_never_shown(Why why) {
    MeshLint lint = lintOf(unknown(why)).world(World.CLOSED).build();

    assertThat(lint.lintText("a.yaml", SERVICE).findings()).isEmpty();
  }

  @Test
  void the_same_thing_said_twice_is_one_finding() {
    MeshLint lint =
        lintOf(
                (service, out) -> {
                  out.report(service, "service is wrong");
                  out.report(service, "service is wrong");
                  out.report(service, "service is bad");
                })
            .build();

    assertThat(lint.lintText("a.yaml", SERVICE).findings())
        .extracting(Finding::message)
        .containsExactly("service is bad", "service is wrong");
  }

  @Test
  void a_rule_that_throws_does_not_take_the_others_with_it() {
    MeshLint lint =
        MeshLint.builder()
            .ruleSet(
                TestRules.none()
                    .onServices(
                        "test-broken",
                        (service, out) -> {
                          out.report(service, "said before it broke");
                          throw new IllegalStateException("top secret");
                        })
                    .onMesh("test-mesh", (mesh, out) -> out.report(mesh.resources().get(0), "said"))
                    .set())
            .build();

    LintReport report = lint.lintText("a.yaml", SERVICE);

    assertThat(report.hasFailed()).isTrue();
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactly("internal-error", "test-broken", "test-mesh");
    assertThat(report.findings().get(0).message())
        .startsWith(
            "rule \"test-broken\" failed on Service production/backend: IllegalStateException in "
                + "MeshLintTest.java:")
        .doesNotContain("secret");
  }

  @Test
  void context_is_read_but_not_reported_on() {
    MeshLint lint =
        MeshLint.builder()
            .ruleSet(
                TestRules.none()
                    .onServices("test-one", (service, out) -> out.report(service, "one"))
                    .onMesh(
                        "test-all",
                        (mesh, out) -> mesh.resources().forEach(r -> out.report(r, "all")))
                    .set())
            .build();
    Source context =
        Source.ofText("c.yaml", SERVICE.replace("production", "elsewhere")).asContext();

    LintReport report = lint.lint(LintRequest.ofText("a.yaml", SERVICE).withSource(context));

    assertThat(report.findings()).extracting(f -> f.place().file().name()).containsOnly("a.yaml");
    assertThat(report.findings()).hasSize(2);
    assertThat(report.resources()).isEqualTo(1);
  }

  @Test
  void every_path_may_be_a_mesh_of_its_own() {
    MeshLint lint =
        MeshLint.builder()
            .ruleSet(
                TestRules.none()
                    .onMesh(
                        "test-size",
                        (mesh, out) ->
                            out.report(
                                mesh.resources().get(0), mesh.resources().size() + " in view"))
                    .set())
            .build();

    LintReport report =
        lint.lint(
            LintRequest.ofText("a.yaml", SERVICE).withText("b.yaml", SERVICE).withEachAlone());

    assertThat(report.findings())
        .extracting(f -> f.mesh() + ": " + f.message())
        .containsExactly("a.yaml: 1 in view", "b.yaml: 1 in view");
  }

  @Test
  void configured_meshes_do_not_see_each_other(@TempDir Path folder) throws IOException {
    for (String name : List.of("east/a.yaml", "east/b.yaml", "west/c.yaml", "d.yaml")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), SERVICE);
    }
    Path file = folder.resolve(LintConfig.FILE);
    Files.writeString(
        file,
        "meshes: [{name: e, include: /east, known: {hosts: [a]}}, {name: w, include: /west}]\n");
    TestRules rules =
        TestRules.none()
            .onMesh(
                "test-size",
                (mesh, out) ->
                    out.report(mesh.resources().get(0), mesh.resources().size() + " in view"));
    MeshLint lint =
        MeshLint.builder()
            .ruleSet(rules.set())
            .config(LintConfig.load(file))
            .directory(folder)
            .build();

    assertThat(lint.lint(LintRequest.of(List.of("."))).findings())
        .extracting(f -> f.mesh() + ": " + f.place().file().name() + ", " + f.message())
        .containsExactly(
            "null: d.yaml, 1 in view", "e: east/a.yaml, 2 in view", "w: west/c.yaml, 1 in view");
  }

  @Test
  void the_report_does_not_depend_on_the_number_of_threads() throws IOException {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 700; i++) {
      yaml.append(SERVICE.replace("backend", "backend-" + i)).append("---\n");
    }
    TestRules rules = TestRules.none();
    for (int i = 0; i < 20; i++) {
      String message = "found by " + i;
      rules.onServices("test-" + i, (service, out) -> out.report(service, message));
    }

    String serial = json(rules, 1, yaml.toString());

    assertThat(json(rules, 2, yaml.toString())).isEqualTo(serial);
    assertThat(json(rules, 7, yaml.toString())).isEqualTo(serial);
    assertThat(serial).hasSizeGreaterThan(1_000_000);
  }

  private static String json(TestRules rules, int jobs, String yaml) throws IOException {
    StringBuilder out = new StringBuilder();
    MeshLint lint = MeshLint.builder().ruleSet(rules.set()).jobs(jobs).build();
    new JsonReporter().write(lint.lintText("a.yaml", yaml), out);
    return out.toString();
  }

  @Test
  void a_fix_on_a_shared_node_is_not_offered() {
    String yaml =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: backend}
        spec:
          selector: &labels {app: backend}
          ports: [{name: http, port: 8080}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, labels: &same {app: backend}}
        spec:
          selector: *same
          ports: [{name: http, port: 8080}]
        """;
    MeshLint lint =
        lintOf(
                (service, out) -> {
                  YamlNode value = service.selector().get(0).value().node();
                  TextEdit edit = new TextEdit(value.file(), value.start(), value.end(), "api");
                  out.report(service.selector().get(0).value(), "label is wrong")
                      .fix(new Fix("write api", true, List.of(edit)));
                })
            .build();

    assertThat(lint.lintText("a.yaml", yaml).findings())
        .extracting(finding -> finding.fixes().size())
        .containsExactly(1, 0);
  }

  @Test
  void a_case_has_a_severity_and_equivalents_of_its_own() {
    TestRules rules =
        TestRules.none()
            .onServices(
                TestRules.withCases(
                    "test-rule", Level.ERROR, new Case("mild", Level.INFO, List.of("KIA1"))),
                (service, out) -> {
                  out.report(service, "a");
                  out.report(service, "b").as("mild");
                });

    LintReport report = MeshLint.builder().ruleSet(rules.set()).build().lintText("a", SERVICE);

    assertThat(report.findings())
        .extracting(f -> f.caseName() + " " + f.severity() + " " + f.equivalents())
        .containsExactly("null ERROR [IST9999]", "mild INFO [KIA1]");
  }

  @Test
  void a_case_that_the_catalogue_does_not_know_is_an_error_of_the_rule() {
    MeshLint lint = lintOf((service, out) -> out.report(service, "a").as("other")).build();

    assertThat(lint.lintText("a.yaml", SERVICE).hasInternalError()).isTrue();
  }

  @Test
  void options_come_from_the_configuration_or_the_catalogue() {
    TestRules rules =
        TestRules.none()
            .onServices(
                TestRules.withOption("test-rule", "bound", OptionType.DURATION, "5m"),
                (service, out) ->
                    out.report(service, "bound is " + out.options().duration("bound")));
    LintConfig config = LintConfig.parse("c.yaml", "rules: {test-rule: {options: {bound: 1m30s}}}");

    assertThat(
            only(MeshLint.builder().ruleSet(rules.set()).build().lintText("a", SERVICE)).message())
        .isEqualTo("bound is PT5M");
    assertThat(
            only(MeshLint.builder()
                    .ruleSet(rules.set())
                    .config(config)
                    .build()
                    .lintText("a", SERVICE))
                .message())
        .isEqualTo("bound is PT1M30S");
  }

  @Test
  void an_option_that_does_not_fit_stops_the_run_before_it_begins() {
    TestRules rules =
        TestRules.none()
            .onServices(
                TestRules.withOption("test-rule", "bound", OptionType.DURATION, "5m"),
                (service, out) -> out.report(service, "a"));
    MeshLint.Builder builder =
        MeshLint.builder()
            .ruleSet(rules.set())
            .config(
                LintConfig.parse("c.yaml", "rules:\n  test-rule: {options: {bound: 90, boun: 1}}"));

    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("c.yaml:2:3: rule \"test-rule\" has an option \"bound\" that must be")
        .hasMessageContaining("has no option \"boun\": did you mean \"bound\"?");
  }

  @Test
  void a_rule_that_does_not_exist_is_found_in_the_configuration() {
    Finding finding =
        only(
            MeshLint.builder()
                .ruleSet(TestRules.none().set())
                .config(LintConfig.parse("c.yaml", "rules: {yaml-sintax: off}"))
                .build()
                .lintText("a.yaml", SERVICE));

    assertThat(finding.rule()).isEqualTo("configuration-unknown-rule");
    assertThat(finding.place().file().name()).isEqualTo("c.yaml");
    assertThat(finding.help()).isEqualTo("did you mean \"yaml-syntax\"?");
  }

  @Test
  void a_selection_that_fits_no_rule_is_refused() {
    MeshLint.Builder builder = lintOf(MeshLintTest::reportThePort).select(List.of("test-rul"));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no rule is called \"test-rul\": did you mean \"test-rule\"?");
  }

  @Test
  void files_are_named_from_the_directory(@TempDir Path directory) throws IOException {
    Files.createDirectories(directory.resolve("deploy"));
    Files.writeString(directory.resolve("deploy/service.yaml"), SERVICE);
    Files.writeString(directory.resolve("deploy/notes.yaml"), "a: 1\n");

    LintReport report =
        lintOf(MeshLintTest::reportThePort).directory(directory).build().lint(Path.of("deploy"));

    assertThat(only(report).place().file().name()).isEqualTo("deploy/service.yaml");
    assertThat(report.files()).isEqualTo(1);
    assertThat(report.skipped()).hasSize(1);
    assertThat(report.isEmpty()).isFalse();
    assertThat(report.hasFailed()).isFalse();
  }

  @Test
  void nothing_to_lint_is_told_apart_from_nothing_found(@TempDir Path directory) {
    LintReport report =
        lintOf(MeshLintTest::reportThePort).directory(directory).build().lint(Path.of("."));

    assertThat(report.isEmpty()).isTrue();
  }

  @Test
  void a_path_that_is_not_there_fails_the_run(@TempDir Path directory) {
    LintReport report =
        lintOf(MeshLintTest::reportThePort).directory(directory).build().lint(Path.of("missing"));

    assertThat(report.errors()).containsExactly("path \"missing\" does not exist");
    assertThat(report.hasFailed()).isTrue();
  }
}
