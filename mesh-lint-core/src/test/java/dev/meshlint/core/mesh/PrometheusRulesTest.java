package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.promql.Span;
import org.junit.jupiter.api.Test;

/** Alerts and recorded series, wherever they stand. */
class PrometheusRulesTest {
  @Test
  void rulesOfObjectsFilesAndConfigMapsAreFound() {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata: {name: a}
            spec: {groups: [{name: a, rules: [{alert: InAnObject, expr: up}]}]}
            ---
            groups: [{name: a, rules: [{alert: InAFile, expr: up}]}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a}
            data:
              a.rules: |
                groups: [{name: a, rules: [{record: in:a:map, expr: up}]}]
              readme: "groups: rules: expr:"
            """);

    assertThat(mesh.prometheusRules().queries())
        .extracting(RuleQuery::title)
        .containsExactly(
            "alert \"InAnObject\"", "alert \"InAFile\"", "recording rule \"in:a:map\"");
    assertThat(mesh.prometheusRules().isRecorded("in:a:map")).isTrue();
    assertThat(mesh.prometheusRules().isRecorded("up")).isFalse();
  }

  @Test
  void groupsInOtherLanguagesAreLeftOut() {
    Mesh mesh =
        Meshes.of(
            """
            groups:
              - {name: a, type: graphite, rules: [{record: a, expr: sumSeries(a.*)}]}
              - {name: b, concurrency: 2, rules: [{record: b, expr: rate(a)}]}
            """);

    assertThat(mesh.prometheusRules().queries()).isEmpty();
  }

  @Test
  void aPieceOfAnExpressionHasItsOwnPlace() {
    Mesh mesh =
        Meshes.of(
            """
            groups:
              - name: a
                rules:
                  - alert: Down
                    expr: |
                      sum(up)
                        / count(up)
            """);

    RuleQuery query = mesh.prometheusRules().queries().get(0);
    int at = query.text().value().indexOf("count");
    Located place = query.at(new Span(at, at + 5));

    assertThat(place.node().file().line(place.startOffset())).isEqualTo(7);
    assertThat(place.node().file().text().substring(place.startOffset(), place.endOffset()))
        .isEqualTo("count");
  }
}
