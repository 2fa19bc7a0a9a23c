package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.DataPlanes.Plane;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is in a mesh, and whether what is sent to them is encrypted. */
class DataPlanesTest {
  private static final String SIDECARS =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {istio-injection: enabled}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: cart, namespace: shop, labels: {app: cart}}
      spec: {containers: [{name: app, image: cart}]}
      ---
      """;

  private static CiliumSelection peer(Mesh mesh) {
    return mesh.networkPolicies()
        .ingress(new PodGroup(NamespaceRef.named("shop"), Map.of("app", "till"), true))
        .policies()
        .get(0)
        .entries()
        .get(0)
        .pods()
        .get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // peer of a policy, whether pods of the mesh are certainly among those that it names
        "podSelector: {matchLabels: {app: cart}}                                   | true",
        "podSelector: {}                                                           | true",
        "podSelector: {matchLabels: {app: menu}}                                   | true",
        "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}     | true",
        "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: desk}}     | false",
        "namespaceSelector: {matchLabels: {team: front}}                           | false",
      })
  void peersAreInTheMeshWhereTheyOrTheirNamespaceAre(String peer, boolean expected) {
    Mesh mesh =
        Meshes.of(
            SIDECARS
                + """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: till, namespace: shop}
                spec: {podSelector: {matchLabels: {app: till}}, ingress: [{from: [{%s}]}]}
                """
                    .formatted(peer));

    assertThat(mesh.operation().dataPlanes().member(peer(mesh), Plane.SIDECAR) != null)
        .isEqualTo(expected);
    assertThat(mesh.operation().dataPlanes().member(peer(mesh), Plane.AMBIENT)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // mode of the PeerAuthentication, whether the client has a sidecar, whether traffic is
    // encrypted
    "STRICT,     false, true",
    "PERMISSIVE, false, false",
    "PERMISSIVE, true,  true",
    "DISABLE,    true,  false",
  })
  void theServerDecidesWhetherTrafficIsEncrypted(String mode, boolean meshed, boolean expected) {
    Mesh mesh =
        Meshes.of(
            SIDECARS
                + """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: default, namespace: shop}
                spec: {mtls: {mode: %s}}
                """
                    .formatted(mode));
    PodGroup cart = PodGroup.of(mesh.workloads().all().get(0));

    assertThat(mesh.operation().dataPlanes().isMutualTls(cart, 8080, meshed)).isEqualTo(expected);
  }

  @Test
  void clientsMayBeToldToSendPlainText() {
    Mesh mesh =
        Meshes.of(
            SIDECARS
                + """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: plain, namespace: shop}
                spec: {host: "*.shop.svc.cluster.local", trafficPolicy: {tls: {mode: DISABLE}}}
                """);
    PodGroup cart = PodGroup.of(mesh.workloads().all().get(0));

    assertThat(mesh.operation().dataPlanes().isMutualTls(cart, 8080, true)).isFalse();
    assertThat(Meshes.of(SIDECARS).operation().dataPlanes().isMutualTls(cart, 8080, true)).isTrue();
  }
}
