package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which matches of a delegate istiod can join to those of the route that delegates. */
class DelegateMatchesTest {
  private static boolean contradict(String root, String leaf) {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: routes, namespace: shop}
            spec:
              hosts: [shop.example.com]
              http: [{match: [%s]}, {match: [%s]}]
            """
                .formatted(root, leaf));
    List<HttpRoute> routes = mesh.all(VirtualService.class).get(0).http();
    return DelegateMatches.contradict(routes.get(0), routes.get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{uri: {prefix: /cart}}  | {uri: {prefix: /cart/items}} | false",
        "{uri: {prefix: /cart}}  | {uri: {exact: /cart}}        | false",
        "{uri: {prefix: /cart}}  | {uri: {prefix: /}}           | true",
        "{uri: {prefix: /cart}}  | {uri: {exact: /orders}}      | true",
        "{uri: {exact: /cart}}   | {uri: {exact: /cart}}        | false",
        "{uri: {exact: /cart}}   | {uri: {prefix: /cart}}       | true",
        "{uri: {regex: /c.*}}    | {uri: {prefix: /cart}}       | true",
        "{uri: {prefix: /cart}}  | {method: {exact: GET}}       | false",
        "{method: {exact: GET}}  | {method: {exact: POST}}      | true",
        "{port: 80}              | {port: 81}                   | true",
        "{port: 80}              | {uri: {prefix: /}}           | false",
        "{headers: {a: {exact: x}}} | {headers: {a: {exact: y}}} | true",
        "{headers: {a: {exact: x}}} | {headers: {b: {exact: y}}} | false",
        "{headers: {a: {}}}      | {headers: {a: {exact: y}}}   | false",
        "{sourceLabels: {app: x}} | {sourceLabels: {app: y}}    | true",
        "{sourceNamespace: shop} | {sourceNamespace: mail}      | true",
        "{uri: {prefix: '/${x}'}} | {uri: {prefix: /orders}}    | false",
      })
  void comparesConditionByCondition(String root, String leaf, boolean expected) {
    assertThat(contradict(root, leaf)).isEqualTo(expected);
  }

  @Test
  void onePairThatFitsIsEnough() {
    String roots = "{uri: {prefix: /cart}}, {uri: {prefix: /orders}}";
    assertThat(contradict(roots, "{uri: {prefix: /orders/new}}")).isFalse();
    assertThat(contradict(roots, "{uri: {prefix: /old}}, {uri: {prefix: /older}}")).isTrue();
  }

  @Test
  void aRouteWithoutMatchFitsEveryOther() {
    assertThat(contradict("{uri: {prefix: /cart}}", "")).isFalse();
    assertThat(contradict("", "{uri: {prefix: /cart}}")).isFalse();
  }
}
