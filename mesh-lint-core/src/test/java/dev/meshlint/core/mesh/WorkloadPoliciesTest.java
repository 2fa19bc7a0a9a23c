package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.WorkloadPolicies.EffectiveMtls;
import dev.meshlint.core.model.istio.MtlsMode;
import org.junit.jupiter.api.Test;

/** Effective mutual TLS: port before workload before namespace before root namespace. */
class WorkloadPoliciesTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: cart, namespace: shop, labels: {app: cart}}
      spec: {containers: [{name: app, image: cart}]}
      """;

  private static String policy(String name, String namespace, String spec) {
    return """
        ---
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: %s, namespace: %s}
        spec: {%s}
        """
        .formatted(name, namespace, spec);
  }

  private static Answer<EffectiveMtls> mtls(String policies, Integer port) {
    Mesh mesh = Meshes.of(POD + policies);
    return mesh.policies().mtls(mesh.workloads().all().get(0), port);
  }

  private static final String ROOT = policy("default", "istio-system", "mtls: {mode: STRICT}");
  private static final String NAMESPACE = policy("default", "shop", "mtls: {mode: PERMISSIVE}");
  private static final String WORKLOAD =
      policy(
          "cart",
          "shop",
          "selector: {matchLabels: {app: cart}}, mtls: {mode: DISABLE},"
              + " portLevelMtls: {8080: {mode: STRICT}, 9090: {mode: UNSET}}");

  @Test
  void theNearestPolicyDecides() {
    assertMode(mtls(ROOT, null), MtlsMode.STRICT);
    assertMode(mtls(ROOT + NAMESPACE, null), MtlsMode.PERMISSIVE);
    assertMode(mtls(ROOT + NAMESPACE + WORKLOAD, null), MtlsMode.DISABLE);
    assertMode(mtls(ROOT + NAMESPACE + WORKLOAD, 8080), MtlsMode.STRICT);
    assertMode(mtls(ROOT + NAMESPACE + WORKLOAD, 9090), MtlsMode.DISABLE);
  }

  @Test
  void unsetFollowsTheParent() {
    assertMode(
        mtls(ROOT + policy("default", "shop", "mtls: {mode: UNSET}"), null), MtlsMode.STRICT);
  }

  @Test
  void policiesOfOtherWorkloadsDoNotCount() {
    assertMode(
        mtls(
            ROOT + policy("x", "shop", "selector: {matchLabels: {app: x}}, mtls: {mode: DISABLE}"),
            null),
        MtlsMode.STRICT);
  }

  @Test
  void withoutAPolicyInViewNothingIsKnown() {
    assertThat(mtls("", null)).isEqualTo(new Unknown<EffectiveMtls>(Why.NOT_IN_VIEW));
  }

  @Test
  void aPlaceholderLeavesItOpen() {
    assertThat(mtls(policy("default", "shop", "mtls: {mode: \"${MODE}\"}"), null))
        .isEqualTo(new Unknown<EffectiveMtls>(Why.PLACEHOLDER));
  }

  private static void assertMode(Answer<EffectiveMtls> answer, MtlsMode expected) {
    assertThat(answer.values()).extracting(EffectiveMtls::mode).containsExactly(expected);
  }
}
