package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.mesh.Claims.Claim;
import dev.meshlint.core.model.istio.PeerAuthentication;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who claims the same workloads as another one of its kind. */
class ClaimsTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: cart, namespace: shop, labels: {app: cart, tier: web}}
      spec: {containers: [{name: app, image: cart}]}
      ---
      """;

  private static String policy(String name, String namespace, String labels) {
    return """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: %s, namespace: %s}
        spec: {selector: {matchLabels: {%s}}}
        ---
        """
        .formatted(name, namespace, labels);
  }

  private static List<String> claimants(String policies) {
    Mesh mesh = Meshes.of(POD + policies);
    return mesh.claims().among(mesh.all(PeerAuthentication.class), true).stream()
        .map(Claim::one)
        .map(one -> one.resource().name())
        .toList();
  }

  @Test
  void twoWithoutASelector() {
    assertThat(claimants(policy("a", "shop", "") + policy("b", "shop", "")))
        .containsExactly("a", "b");
    assertThat(claimants(policy("a", "shop", "") + policy("b", "other", ""))).isEmpty();
  }

  @Test
  void twoWithEqualLabels() {
    assertThat(claimants(policy("a", "shop", "x: y") + policy("b", "shop", "x: y")))
        .containsExactly("a", "b");
  }

  @Test
  void twoThatMeetAtAWorkload() {
    assertThat(claimants(policy("a", "shop", "app: cart") + policy("b", "shop", "tier: web")))
        .containsExactly("a", "b");
    assertThat(claimants(policy("a", "shop", "app: cart") + policy("b", "shop", "tier: db")))
        .isEmpty();
  }

  @Test
  void oneForAWorkloadBesideOneForTheNamespace() {
    assertThat(claimants(policy("a", "shop", "app: cart") + policy("b", "shop", ""))).isEmpty();
  }

  @Test
  void whatIsIgnoredInTheRootNamespace() {
    String twice = policy("a", "istio-system", "x: y") + policy("b", "istio-system", "x: y");
    assertThat(claimants(twice)).isEmpty();
  }

  @Test
  void twoDefinitionsOfOneIdentityAreVariants() {
    assertThat(claimants(policy("a", "shop", "") + policy("a", "shop", ""))).isEmpty();
  }
}
