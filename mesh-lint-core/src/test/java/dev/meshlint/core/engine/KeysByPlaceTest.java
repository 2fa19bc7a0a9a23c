package dev.meshlint.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.ResourceId;
import org.junit.jupiter.api.Test;

/** What is wrong with the YAML of a resource is said of the resource. */
class KeysByPlaceTest {
  private static Finding only(String manifest) {
    MeshLint linter = MeshLint.builder().ruleSet(TestRules.none().set()).build();
    return linter.lintText("a.yaml", manifest).findings().stream()
        .filter(one -> one.rule().equals("yaml-duplicate-key"))
        .reduce((one, other) -> one)
        .orElseThrow();
  }

  private static String where(String manifest) {
    Finding finding = only(manifest);
    ResourceId resource = finding.resource();
    return resource == null ? "nowhere" : resource + " " + finding.path();
  }

  @Test
  void a_key_that_stands_twice_has_its_resource_and_path() {
    String shop =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: a, namespace: shop}
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: b
          namespace: shop
          labels: {app: b, app: c}
        """;

    assertThat(where(shop)).isEqualTo("Service shop/b metadata.labels[app]");
    assertThat(only(shop).related()).extracting(one -> one.place().endColumn()).containsExactly(15);
  }

  @Test
  void in_a_list_it_belongs_to_the_item() {
    assertThat(
            where(
                """
                apiVersion: v1
                kind: List
                items:
                  - apiVersion: v1
                    kind: Service
                    metadata: {name: a, namespace: shop}
                    spec:
                      ports:
                        - port: 80
                        - port: 81
                          name: http
                          port: 82
                """))
        .isEqualTo("Service shop/a spec.ports[1].port");
  }

  @Test
  void outside_of_resources_there_is_only_the_place() {
    assertThat(where("kind: List\napiVersion: v1\nkind: List\nitems: []\n")).isEqualTo("nowhere");
  }
}
