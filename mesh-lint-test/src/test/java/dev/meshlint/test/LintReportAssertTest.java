package dev.meshlint.test;

import static dev.meshlint.test.MeshLintAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.LintReport;
import org.junit.jupiter.api.Test;

class LintReportAssertTest {
  private static final LintReport WRONG =
      MeshLint.withDefaults()
          .lintText(
              "routes.yaml",
              """
              apiVersion: networking.istio.io/v1
              kind: VirtualService
              metadata: {name: basket}
              spec:
                hosts: [basket]
                http:
                  - route:
                      - destination: {host: basket, subset: v2}
              """);

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
}
