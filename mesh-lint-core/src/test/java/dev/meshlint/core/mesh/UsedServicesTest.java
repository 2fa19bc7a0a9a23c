package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.mesh.Answer.Absent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that a mesh names, and the pods behind them. */
class UsedServicesTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: books, namespace: library}
      spec: {selector: {%s}, ports: [{port: 80}]}
      ---
      """;

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: books, namespace: library, labels: {app: bookcase-service, tier: front}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: a, namespace: library}, spec: {host: books}}",
        "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a}, spec: {http: [{mirror: {host: books.library.svc.cluster.local}}]}}",
        "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: a, namespace: library}, spec: {rules: [{backendRefs: [{name: books, port: 80}]}]}}",
        "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: a, namespace: library}, spec: {parentRefs: [{group: '', kind: Service, name: books}]}}",
        "{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: a, namespace: library}, spec: {targetRefs: [{group: '', kind: Service, name: books}]}}"
      })
  void aServiceIsUsed(String user) {
    assertThat(Meshes.of(SERVICE.formatted("app: books") + user).usedServices())
        .singleElement()
        .satisfies(used -> assertThat(used.service().resource().name()).isEqualTo("books"));
  }

  @Test
  void aServiceThatNothingNamesIsNotUsed() {
    assertThat(Meshes.of(SERVICE.formatted("app: books") + POD).usedServices()).isEmpty();
  }

  private static Answer<MeshWorkload> behind(String selector, World world) {
    Mesh mesh = Meshes.of(SERVICE.formatted(selector) + POD, world);
    return mesh.selections().of(mesh.all(dev.meshlint.core.model.kubernetes.Service.class).get(0));
  }

  @Test
  void aSlipInTheSelectorIsCertain() {
    assertThat(behind("app: bookcase-servce", World.DEFAULT))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.NEAR_MISS));
    assertThat(behind("app: bookcase-servce, tier: back", World.DEFAULT).isAbsent()).isFalse();
  }

  @Test
  void otherLabelsMayBeThoseOfPodsElsewhere() {
    assertThat(behind("app: desk", World.DEFAULT).isAbsent()).isFalse();
    assertThat(behind("app: desk", World.CLOSED).isAbsent()).isTrue();
    assertThat(behind("statefulset.kubernetes.io/pod-name: books-0", World.CLOSED).isAbsent())
        .isFalse();
  }
}
