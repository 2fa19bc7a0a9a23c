package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.kubernetes.Service;
import org.junit.jupiter.api.Test;

/** Members are those of which the files say so; where they say nothing, nobody knows. */
class MeshMembersTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {selector: {app: cart}, ports: [{port: 80}]}
      """;

  private static final String POD =
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: cart, namespace: shop, labels: {app: cart}}
      spec: {containers: [{name: app, image: cart}]}
      """;

  private static final String ISTIO =
      """
      ---
      apiVersion: networking.istio.io/v1
      kind: Sidecar
      metadata: {name: default, namespace: shop}
      spec: {egress: [{hosts: [./*]}]}
      """;

  @Test
  void aServiceIsMemberWithItsWorkloads() {
    assertThat(find(namespace("istio-injection: enabled") + SERVICE + POD).isFound()).isTrue();
    assertThat(find(namespace("") + SERVICE + POD).isAbsent()).isTrue();
  }

  @Test
  void workloadsThatAreNotInViewMayBeMembersWhereTheNamespaceSaysSo() {
    assertThat(find(namespace("istio-injection: enabled") + SERVICE))
        .isEqualTo(new Unknown<>(Why.NOT_IN_VIEW));
    assertThat(find(namespace("") + SERVICE).isAbsent()).isTrue();
  }

  @Test
  void nobodyKnowsWithoutTheNamespace() {
    assertThat(find(SERVICE)).isEqualTo(new Unknown<>(Why.NOT_IN_VIEW));
    assertThat(find(SERVICE + POD + ISTIO)).isEqualTo(new Unknown<>(Why.NOT_IN_VIEW));
  }

  @Test
  void filesWithWorkloadsAndNothingOfIstioAreNotAboutIt() {
    assertThat(find(SERVICE + POD)).isEqualTo(new Unknown<>(Why.DECLARED_ELSEWHERE));
  }

  private static Answer<?> find(String text) {
    Mesh mesh = Meshes.of(text);
    return mesh.members().find(mesh.all(Service.class).get(0));
  }

  private static String namespace(String labels) {
    return """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {%s}}
        ---
        """
        .formatted(labels);
  }
}
