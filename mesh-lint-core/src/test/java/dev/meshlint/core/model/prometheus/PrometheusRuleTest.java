package dev.meshlint.core.model.prometheus;

import static dev.meshlint.core.model.Manifests.root;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusRuleTest {
  @Test
  void expressions_hold_no_placeholders() {
    PrometheusRule rule =
        new PrometheusRule(
            root(
                """
                spec:
                  groups:
                  - name: mesh
                    rules:
                    - alert: Down
                      expr: up{job=~"$(X)"} == 0
                      for: 5m
                      annotations: {summary: "{{ $labels.job }} is down"}
                """));

    PrometheusExpression alert = rule.groups().get(0).rules().get(0);
    assertThat(alert.expr()).isNotNull().returns(false, text -> text.open());
    assertThat(alert.forDuration()).hasToString("5m");
    assertThat(alert.record()).isNull();
    assertThat(alert.annotations()).hasSize(1);
  }
}
