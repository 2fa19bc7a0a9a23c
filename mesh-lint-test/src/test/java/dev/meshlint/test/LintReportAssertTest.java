package dev.meshlint.test;

import static dev.meshlint.test.MeshLintAssertions.assertThat;
import static dev.meshlint.test.MeshLintAssertions.lint;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintReportAssertTest {
  private static final String TEXT =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: basket}
      spec:
        hosts: [basket]
        http:
          - route:
              - destination: {host: basket, subset: v2}
      """;

  private static final LintReport WRONG = MeshLint.withDefaults().lintText("routes.yaml", TEXT);

  private static final LintReport RIGHT =
      MeshLint.withDefaults()
          .lintText(
              "service.yaml",
              """
              apiVersion: v1
              kind: Service
              metadata: {name: basket}
              spec: {selector: {app: basket}, ports: [{port: 80, name: http}]}
              """);

  @Test
  void whatIsRightPasses() {
    assertThat(RIGHT).hasNoErrors().hasNoWarnings().hasNoFindings();
    assertThat(RIGHT).hasNoFindingOf("istio-undefined-subset");
  }

  @Test
  void failuresShowTheLines() {
    assertThatThrownBy(() -> assertThat(WRONG).hasNoErrors())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("istio-undefined-subset")
        .hasMessageContaining("destination: {host: basket, subset: v2}");
  }

  @Test
  void rulesAreAskedByTheirIds() {
    assertThat(WRONG).hasFindingOf("istio-undefined-subset");
    assertThatThrownBy(() -> assertThat(WRONG).hasNoFindingOf("istio-undefined-subset"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertThat(RIGHT).hasFindingOf("istio-undefined-subset"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void nothingLintedIsAFailure() {
    LintReport nothing = MeshLint.withDefaults().lintText("values.yaml", "replicas: 3\n");

    assertThatThrownBy(() -> assertThat(nothing).hasNoErrors())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nothing was linted");
  }

  @Test
  void findingsAreAskedForByTheirPlaces() {
    assertThat(WRONG).hasFindingAt("istio-undefined-subset", "routes.yaml", 8);
    assertThatThrownBy(
            () -> assertThat(WRONG).hasFindingAt("istio-undefined-subset", "routes.yaml", 7))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected a finding of istio-undefined-subset at routes.yaml:7");
    assertThatThrownBy(() -> assertThat(WRONG).hasFindingAt("istio-undefined-subset", "s.yaml", 8))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void someFindingsCanBeLeftOut() {
    assertThat(WRONG).ignoring("istio-undefined-subset").hasNoErrors();
    assertThat(WRONG).filteredOn(one -> one.severity() == Severity.INFO).hasNoWarnings();
    assertThat(WRONG).hasOnlyFindingsOf("istio-undefined-subset", "istio-unknown-destination-host");
    assertThatThrownBy(() -> assertThat(WRONG).hasOnlyFindingsOf("istio-undefined-subset"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("istio-unknown-destination-host");
  }

  @Test
  void findingsAreAListForAssertJ() {
    assertThat(WRONG)
        .findings()
        .extracting(Finding::rule)
        .contains("istio-undefined-subset")
        .doesNotContain("yaml-syntax");
  }

  @Test
  void pathsAreLintedWithTheConfigurationAboveThem(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("deploy"));
    Files.writeString(folder.resolve("deploy/routes.yaml"), TEXT);
    String deploy = folder.resolve("deploy").toString();

    assertThat(lint(deploy)).hasFindingAt("istio-undefined-subset", "deploy/routes.yaml", 8);
    Files.writeString(folder.resolve(".mesh-lint.yaml"), "rules: {istio-undefined-subset: off}\n");
    assertThat(lint(deploy)).hasNoErrors();
  }
}
