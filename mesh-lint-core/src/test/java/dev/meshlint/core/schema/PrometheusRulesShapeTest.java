package dev.meshlint.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The shape of rules, in each of the three places where they stand. */
class PrometheusRulesShapeTest {
  private static final String WRONG =
      """
      groups:
        - name: shop
          rules:
            - {alert: Down, record: down, expr: up}
            - {alert: Down, expr: up, for: 5 minutes}
            - {alert: Down}
      """;

  private static final String[] PROBLEMS = {
    "schema-conflicting-fields", "schema-invalid-value", "schema-missing-field"
  };

  private static String[] rulesOf(String yaml) {
    return Shapes.lines(yaml).stream()
        .map(line -> line.split(" ")[1])
        .sorted()
        .toArray(String[]::new);
  }

  @Test
  void a_file_of_rules() {
    assertThat(rulesOf("kind: RuleFile\n" + WRONG)).isEqualTo(PROBLEMS);
  }

  @Test
  void a_file_in_a_config_map() {
    String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: |\n";

    assertThat(rulesOf(map + WRONG.indent(4))).isEqualTo(PROBLEMS);
  }

  @Test
  void an_object() {
    String object =
        "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: a}\nspec:\n";

    assertThat(rulesOf(object + WRONG.indent(2))).isEqualTo(PROBLEMS);
  }

  @Test
  void labels_need_no_quotes_where_no_api_server_reads_them() {
    String rules =
        "groups: [{name: a, rules: [{alert: A, expr: 1, labels: {tier: 1, page: true}}]}]\n";

    assertThat(Shapes.lines("kind: RuleFile\n" + rules)).isEmpty();
  }

  @Test
  void a_config_map_with_a_template_is_left_alone() {
    String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: |\n";

    assertThat(Shapes.lines(map + ("{{ range . }}\n" + WRONG + "{{ end }}\n").indent(4))).isEmpty();
  }
}
