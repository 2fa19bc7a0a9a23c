package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which revisions and tags exist. */
class RevisionsTest {
  private static Answer<Located> find(String revision, String manifest, World world) {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: library, labels: {istio.io/rev: %s}}
            ---
            """
                    .formatted(revision)
                + manifest,
            world);
    return mesh.revisions().find(Revisions.labels(mesh).get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, spec: {revision: winter}}",
        "{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, spec: {values: {revisionTags: [winter]}}}",
        "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: winter}}",
        "{apiVersion: sailoperator.io/v1, kind: IstioRevisionTag, metadata: {name: winter}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: istiod, labels: {app: istiod, istio.io/rev: winter}}}",
        "{apiVersion: admissionregistration.k8s.io/v1, kind: MutatingWebhookConfiguration, metadata: {name: a, labels: {istio.io/tag: winter}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio-sidecar-injector-winter}, data: {values: '{\"revision\": \"winter\"}'}}"
      })
  void aRevisionIsKnown(String manifest) {
    assertThat(find("winter", manifest, World.CLOSED).isFound()).isTrue();
    assertThat(find("summer", manifest, World.CLOSED).isAbsent()).isTrue();
    assertThat(find("summer", manifest, World.DEFAULT))
        .isEqualTo(new Unknown<Located>(Why.NOT_IN_VIEW));
  }

  @Test
  void aRevisionForEachVersionBearsItsNumber() {
    String istio =
        "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: main}, spec: {version: v1.30.1, updateStrategy: {type: RevisionBased}}}";
    assertThat(find("main-v1-30-1", istio, World.CLOSED).isFound()).isTrue();
  }

  @Test
  void aSlipIsCertain() {
    String istio = "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: production}}";
    assertThat(find("prodution", istio, World.DEFAULT))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.NEAR_MISS));
  }

  @Test
  void whereNoControlPlaneIsInViewNothingIsMissing() {
    String nothing = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}";
    assertThat(find("summer", nothing, World.CLOSED).isAbsent()).isFalse();
    assertThat(find("default", nothing, World.CLOSED).isAbsent()).isFalse();
  }
}
