package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.model.istio.MeshNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which clusters networks may name. A file of networks has neither apiVersion nor kind. */
class NetworkRegistriesTest {
  private static Answer<Located> find(String registry, String manifest) {
    Mesh mesh =
        Meshes.closed(
            "networks: {north: {endpoints: [{from_registry: %s}]}}\n---\n".formatted(registry)
                + manifest);
    MeshNetworks networks = mesh.all(MeshNetworks.class).get(0);
    assertThat(networks.resource().title()).isEqualTo("MeshNetworks istio-system/meshnetworks");
    return mesh.networkRegistries().find(networks.networks().get(0).value().registries().get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: Secret, metadata: {name: a, labels: {istio/multiCluster: 'true'}}, stringData: {south: x}}",
        "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: a}, spec: {values: {global: {multiCluster: {clusterName: south}}}}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: a, labels: {app: istiod}}, spec: {containers: [{name: discovery, env: [{name: CLUSTER_ID, value: south}]}]}}"
      })
  void aClusterIsKnown(String manifest) {
    assertThat(find("south", manifest).isFound()).isTrue();
    assertThat(find("west", manifest).isAbsent()).isTrue();
    assertThat(find("Kubernetes", manifest).isAbsent()).isFalse();
  }

  @Test
  void theCaseOfBuiltInRegistriesCounts() {
    assertThat(find("kubernetes", "{apiVersion: v1, kind: Namespace, metadata: {name: a}}"))
        .isInstanceOfSatisfying(
            Absent.class,
            absent -> {
              assertThat(absent.evidence()).isEqualTo(Evidence.NEAR_MISS);
              assertThat(absent.nearest()).isEqualTo("Kubernetes");
            });
  }
}
