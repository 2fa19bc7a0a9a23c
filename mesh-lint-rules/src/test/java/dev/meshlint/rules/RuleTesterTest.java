package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meshlint.rules.MarkedManifests.Expected;
import org.junit.jupiter.api.Test;

/** A tester that passes everything would make every rule look right. */
class RuleTesterTest {
  private static final String TWICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: backend}
      spec:
        selector: {app: backend}
        selector: {app: api}   MARK
        ports: [{name: http, port: 8080}]
      """;

  private static String marked(String mark) {
    return TWICE.replace("MARK", mark);
  }

  @Test
  void marks_are_taken_out_and_their_lines_counted_without_them() {
    MarkedManifests manifests =
        MarkedManifests.parse(
            """
            a: 1
              # expect: rule-a "first"
              # expect: rule-b
            b: 2 # expect: rule-c "say ""hello"\"" # expect: rule-d

            # file: folder/other.yaml
            c: 3 # not a mark
            d: 4 # expect: rule-e
            """);

    assertThat(manifests.files())
        .containsEntry("example.yaml", "a: 1\nb: 2\n\n")
        .containsEntry("folder/other.yaml", "c: 3 # not a mark\nd: 4\n");
    assertThat(manifests.expected())
        .containsExactly(
            new Expected("example.yaml", 2, "rule-a", "first"),
            new Expected("example.yaml", 2, "rule-b", ""),
            new Expected("example.yaml", 2, "rule-c", "say \"hello\""),
            new Expected("example.yaml", 2, "rule-d", ""),
            new Expected("folder/other.yaml", 2, "rule-e", ""));
  }

  @Test
  void what_is_found_where_it_is_marked_passes() {
    assertThatCode(
            () -> RuleTester.DEFAULT.check(marked("# expect: yaml-duplicate-key \"selector\"")))
        .doesNotThrowAnyException();
  }

  @Test
  void what_is_found_but_not_marked_is_shown() {
    assertThatThrownBy(() -> RuleTester.DEFAULT.check(marked("")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("found but not marked:")
        .hasMessageContaining("example.yaml:6:3: error: ")
        .hasMessageContaining("6 |   selector: {app: api}");
  }

  @Test
  void what_is_marked_but_not_found_is_shown_with_the_report() {
    String twice = "# expect: yaml-duplicate-key # expect: yaml-duplicate-key \"selector\"";
    assertThatThrownBy(() -> RuleTester.DEFAULT.check(marked(twice)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "marked but not found: example.yaml:6: yaml-duplicate-key \"selector\"")
        .hasMessageContaining("the whole report:");
    assertThatThrownBy(
            () -> RuleTester.DEFAULT.check(marked("# expect: yaml-duplicate-key \"other\"")))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> RuleTester.DEFAULT.check(marked("").replace("api", "b # expect: a")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void single_rules_can_be_asked() {
    String route =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: backend, namespace: production, labels: {stage: on}}
        spec:
          hosts: [backend]
          http:
            - route:
                - destination:
                    host: backend
                    subset: v2   # expect: istio-undefined-subset
        """;

    assertThatCode(() -> RuleTester.DEFAULT.withOnly("istio-undefined-subset").check(route))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> RuleTester.DEFAULT.check(route))
        .hasMessageContaining("k8s-label-not-string");
  }
}
