package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Ambient.Enrolment;
import dev.meshlint.core.mesh.Ambient.Reach;
import dev.meshlint.core.model.istio.PeerAuthentication;
import dev.meshlint.core.model.kubernetes.Service;
import org.junit.jupiter.api.Test;

/** Whose traffic passes a waypoint, and which policies are for workloads in ambient mode. */
class AmbientTest {
  private static final NamespaceRef SHOP = NamespaceRef.named("shop");

  private static String namespace(String labels) {
    return """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {%s}}
        ---
        """
        .formatted(labels);
  }

  private static String service(String labels) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: cart, namespace: shop, labels: {%s}}
        spec: {selector: {app: cart}, ports: [{port: 80}]}
        ---
        """
        .formatted(labels);
  }

  private static String pod(String labels) {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: cart, namespace: shop, labels: {app: cart%s}}
        spec: {containers: [{name: app, image: cart}]}
        ---
        """
        .formatted(labels);
  }

  private static final String POLICY =
      """
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata: {name: policy, namespace: shop}
      spec: {selector: {matchLabels: {app: cart}}}
      ---
      """;

  private static final String AMBIENT = "istio.io/dataplane-mode: ambient";

  private static Enrolment enrolment(String manifests) {
    Mesh mesh = Meshes.of(manifests);
    return mesh.ambient().of(mesh.all(Service.class).get(0));
  }

  @Test
  void theNamespaceEnrolsItsServices() {
    assertThat(enrolment(namespace("istio.io/use-waypoint: way") + service("")))
        .isEqualTo(Enrolment.ENROLLED);
    assertThat(enrolment(namespace(AMBIENT) + service(""))).isEqualTo(Enrolment.NOT_ENROLLED);
  }

  @Test
  void theServiceHasTheLastWord() {
    assertThat(enrolment(namespace(AMBIENT) + service("istio.io/use-waypoint: way")))
        .isEqualTo(Enrolment.ENROLLED);
    assertThat(
            enrolment(
                namespace("istio.io/use-waypoint: way") + service("istio.io/use-waypoint: none")))
        .isEqualTo(Enrolment.NOT_ENROLLED);
  }

  @Test
  void withoutTheNamespaceObjectNothingIsKnown() {
    Mesh mesh = Meshes.of(service(""));
    assertThat(enrolment(service(""))).isEqualTo(Enrolment.UNKNOWN);
    assertThat(mesh.ambient().isAmbient(SHOP)).isFalse();
  }

  private static Reach reach(String manifests) {
    Mesh mesh = Meshes.of(POLICY + manifests);
    return mesh.ambient().reach(mesh.all(PeerAuthentication.class).get(0));
  }

  @Test
  void aPolicyReachesWorkloadsInAmbientMode() {
    assertThat(reach(namespace(AMBIENT) + pod(""))).isEqualTo(Reach.AMBIENT);
    assertThat(reach(namespace(AMBIENT))).isEqualTo(Reach.LIKELY);
  }

  @Test
  void aPolicyForSidecarsDoesNot() {
    assertThat(reach(namespace(AMBIENT) + pod(", sidecar.istio.io/inject: 'true'")))
        .isEqualTo(Reach.OTHER);
    assertThat(reach(namespace("istio-injection: enabled") + pod(""))).isEqualTo(Reach.OTHER);
  }
}
