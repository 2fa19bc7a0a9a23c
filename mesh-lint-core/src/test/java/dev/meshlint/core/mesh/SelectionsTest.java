package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.WorkloadSelecting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which scope a selector looks, and when it certainly selects nothing. */
class SelectionsTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: search, namespace: shop, labels: {app: search}}
      spec: {containers: [{name: app, image: search}]}
      ---
      """;

  private static String policy(String kind, String namespace, String labels) {
    String group = kind.equals("Sidecar") ? "networking" : "security";
    String selector =
        kind.equals("Sidecar")
            ? "workloadSelector: {labels: {" + labels + "}}, egress: [{hosts: ['./*']}]"
            : "selector: {matchLabels: {" + labels + "}}";
    return """
        apiVersion: %s.istio.io/v1
        kind: %s
        metadata: {name: policy, namespace: %s}
        spec: {%s}
        """
        .formatted(group, kind, namespace, selector);
  }

  private static Answer<MeshWorkload> select(String kind, String namespace, String labels) {
    Mesh mesh = Meshes.of(POD + policy(kind, namespace, labels));
    for (List<View> views : mesh.views().values()) {
      if (views.get(0) instanceof WorkloadSelecting selecting) {
        return mesh.selections().of(selecting);
      }
    }
    throw new AssertionError("nothing selects");
  }

  @Test
  void thePodsOfTheNamespaceAreSelected() {
    assertThat(select("PeerAuthentication", "shop", "app: search").isFound()).isTrue();
  }

  @Test
  void theRootNamespaceSelectsEverywhereButForASidecar() {
    assertThat(select("AuthorizationPolicy", "istio-system", "app: search").isFound()).isTrue();
    assertThat(select("Sidecar", "istio-system", "app: search").isFound()).isFalse();
  }

  @Test
  void aNearValueIsAMistake() {
    assertThat(select("PeerAuthentication", "shop", "app: saerch"))
        .isEqualTo(new Absent<MeshWorkload>(Evidence.NEAR_MISS, List.of(), "app: search"));
  }

  @Test
  void otherWorkloadsInViewProveNothing() {
    assertThat(select("PeerAuthentication", "shop", "app: database"))
        .isEqualTo(new Unknown<MeshWorkload>(Why.NOT_IN_VIEW));
  }

  @Test
  void theGatewaysOfTheChartsAreElsewhere() {
    assertThat(select("AuthorizationPolicy", "shop", "istio: ingressgateway"))
        .isEqualTo(new Unknown<MeshWorkload>(Why.DECLARED_ELSEWHERE));
  }
}
