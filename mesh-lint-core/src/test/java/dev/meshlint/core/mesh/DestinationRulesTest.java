package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.istio.Destination;
import dev.meshlint.core.model.istio.Subset;
import dev.meshlint.core.model.istio.VirtualService;
import org.junit.jupiter.api.Test;

/** Pilot's order: client, service, root namespace; the most specific host; rules of one host merged. */
class DestinationRulesTest {
  private static String rule(String name, String namespace, String host, String subsets) {
    return """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: %s, namespace: %s}
        spec: {host: "%s", subsets: [%s]}
        ---
        """
        .formatted(name, namespace, host, subsets);
  }

  private static String route(String namespace, String host) {
    return """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: routes, namespace: %s}
        spec:
          hosts: [example.com]
          http: [{route: [{destination: {host: %s, subset: v1}}]}]
        ---
        """
        .formatted(namespace, host);
  }

  private static Answer<Subset> subset(String manifests) {
    Mesh mesh = Meshes.of(manifests);
    VirtualService routes = mesh.all(VirtualService.class).get(0);
    Destination to = routes.destinations().get(0).destination();
    return mesh.destinationRules().subset(to.host(), to.subset(), routes.resource());
  }

  @Test
  void theRuleOfTheOwnNamespaceDefines() {
    assertThat(subset(route("shop", "cart") + rule("cart", "shop", "cart", "{name: v1}")).isFound())
        .isTrue();
  }

  @Test
  void rulesOfOneHostAreMerged() {
    assertThat(
            subset(
                    route("shop", "cart")
                        + rule("one", "shop", "cart", "{name: v2}")
                        + rule("two", "shop", "cart.shop.svc.cluster.local", "{name: v1}"))
                .isFound())
        .isTrue();
  }

  @Test
  void theRuleOfTheServicesNamespaceDefines() {
    assertThat(
            subset(
                    route("edge", "cart.shop.svc.cluster.local")
                        + rule("cart", "shop", "cart", "{name: v1}"))
                .isFound())
        .isTrue();
  }

  @Test
  void aNearerRuleHidesAFartherOne() {
    assertThat(
            subset(
                route("edge", "cart.shop.svc.cluster.local")
                    + rule("cart", "edge", "cart.shop.svc.cluster.local", "{name: v2}")
                    + rule("cart", "istio-system", "*.shop.svc.cluster.local", "{name: v1}")))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.SAME_OBJECT));
  }

  @Test
  void aWildcardOfTheRootNamespaceDefines() {
    assertThat(
            subset(
                    route("shop", "cart")
                        + rule("all", "istio-system", "*.shop.svc.cluster.local", "{name: v1}"))
                .isFound())
        .isTrue();
  }

  @Test
  void withoutAnyRuleAnOwnHostHasNoSubsets() {
    assertThat(subset(route("shop", "cart")))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.looked().isEmpty()).isTrue());
    assertThat(subset(route("shop", "cart.store.svc.cluster.local")))
        .isEqualTo(new Unknown<Subset>(Why.NOT_IN_VIEW));
  }

  @Test
  void aRuleOfAThirdNamespaceServesItsOwnClients() {
    assertThat(
            subset(
                route("shop", "cart")
                    + rule("cart", "edge", "cart.shop.svc.cluster.local", "{name: v1}")))
        .isEqualTo(new Unknown<Subset>(Why.NOT_IN_VIEW));
  }

  @Test
  void placeholdersAreNotJudged() {
    assertThat(subset(route("shop", "\"${HOST}\"")))
        .isEqualTo(new Unknown<Subset>(Why.PLACEHOLDER));
    assertThat(subset(route("shop", "cart") + rule("cart", "shop", "cart", "{name: \"${V}\"}")))
        .isEqualTo(new Unknown<Subset>(Why.PLACEHOLDER));
  }
}
