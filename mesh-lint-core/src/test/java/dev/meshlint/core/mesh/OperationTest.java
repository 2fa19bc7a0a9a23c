package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.ControlPlanes.Component;
import dev.meshlint.core.mesh.DataPlanes.Plane;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where control planes are, and what is asked of proxies. */
class OperationTest {
  @Test
  void aControlPlaneOutOfViewIsInTheUsualNamespace() {
    assertThat(Meshes.of("").operation().controlPlanes().pods(Component.DESTINATION))
        .singleElement()
        .satisfies(pods -> assertThat(pods.namespace()).isEqualTo(NamespaceRef.named("linkerd")))
        .satisfies(pods -> assertThat(pods.exact()).isFalse());
  }

  @Test
  void aControlPlaneInViewIsWhereItsWorkloadIs() {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: istiod, namespace: plane, labels: {app: istiod}}
            spec: {containers: [{name: discovery, image: pilot}]}
            """);

    assertThat(mesh.operation().controlPlanes().pods(Component.ISTIOD))
        .extracting(PodGroup::namespace)
        .containsExactly(NamespaceRef.named("plane"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // spec of the PodMonitor in namespace monitoring, mesh, ports of the pod in namespace shop
        "namespaceSelector: {any: true}, podMetricsEndpoints: [{port: http-envoy-prom}] | SIDECAR | 15090",
        "namespaceSelector: {any: true}, podMetricsEndpoints: [{path: /stats/prometheus}] | SIDECAR | 15090",
        "namespaceSelector: {any: true}, podMetricsEndpoints: [{portNumber: 15020}]     | SIDECAR | 15020",
        "namespaceSelector: {any: true}, podMetricsEndpoints: [{port: linkerd-admin}]   | LINKERD | 4191",
        "namespaceSelector: {any: true}, podMetricsEndpoints: [{port: linkerd-admin}]   | SIDECAR | 0",
        "namespaceSelector: {any: true}, podMetricsEndpoints: [{port: http}]            | SIDECAR | 0",
        "namespaceSelector: {matchNames: [shop]}, podMetricsEndpoints: [{port: http-envoy-prom}] | SIDECAR | 15090",
        "namespaceSelector: {matchNames: [desk]}, podMetricsEndpoints: [{port: http-envoy-prom}] | SIDECAR | 0",
        "podMetricsEndpoints: [{port: http-envoy-prom}]                                 | SIDECAR | 0",
      })
  void podMonitorsAskForPortsOfProxies(String spec, Plane plane, int port) {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: monitoring.coreos.com/v1
            kind: PodMonitor
            metadata: {name: proxies, namespace: monitoring}
            spec: {selector: {matchLabels: {app: cart}}, %s}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: cart, namespace: shop, labels: {app: cart}}
            spec: {containers: [{name: app, image: cart}]}
            """
                .formatted(spec));
    MeshWorkload cart = mesh.workloads().all().get(0);

    assertThat(mesh.operation().scrapes().ports(cart, plane).keySet())
        .isEqualTo(port == 0 ? Set.of() : Set.of(port));
  }
}
