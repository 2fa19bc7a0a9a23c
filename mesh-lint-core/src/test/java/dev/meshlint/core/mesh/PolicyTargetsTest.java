package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import org.junit.jupiter.api.Test;

/** What policies are attached to. */
class PolicyTargetsTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {ports: [{port: 80}]}
      ---
      """;

  private static Answer<View> find(String namespace, String target) {
    Mesh mesh =
        Meshes.of(
            SERVICE
                + """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: policy, namespace: %s}
                spec: {targetRefs: [{%s}]}
                """
                    .formatted(namespace, target));
    AuthorizationPolicy policy = mesh.all(AuthorizationPolicy.class).get(0);
    return mesh.policyTargets().find(policy.targetRefs().get(0), policy.resource());
  }

  @Test
  void aServiceOfTheCoreGroup() {
    assertThat(find("shop", "kind: Service, group: '', name: cart").isFound()).isTrue();
    assertThat(find("shop", "kind: Service, group: core, name: cart").isFound()).isTrue();
  }

  @Test
  void aServiceOfAnotherNamespaceIsNoTarget() {
    assertThat(find("till", "kind: Service, group: '', name: cart"))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.ELSEWHERE));
  }

  @Test
  void theClassesOfIstioAreThere() {
    assertThat(
            find(
                "istio-system",
                "kind: GatewayClass, group: gateway.networking.k8s.io, name: istio-waypoint"))
        .isEqualTo(new Unknown<View>(Why.DECLARED_ELSEWHERE));
  }

  @Test
  void aKindThatCannotBeATargetIsNotLookedUp() {
    assertThat(find("shop", "kind: Deployment, group: apps, name: cart"))
        .isEqualTo(new Unknown<View>(Why.PLACEHOLDER));
  }
}
