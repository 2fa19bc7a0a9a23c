package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells that Istio is in use. */
class IstioSignsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}",
        "{apiVersion: networking.istio.io/v1, kind: Sidecar, metadata: {name: shop}}",
        "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: door}, spec: {gatewayClassName: istio-waypoint}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: door}, spec: {containers: [{name: istio-proxy}]}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio}, data: {mesh: 'accessLogFile: /dev/stdout'}}"
      })
  void istioIsThere(String manifest) {
    assertThat(Meshes.of(manifest).hasIstio()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {linkerd.io/inject: enabled}}}",
        "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: door}, spec: {gatewayClassName: cilium}}"
      })
  void anotherMeshIsThere(String manifest) {
    assertThat(Meshes.of(manifest).hasIstio()).isFalse();
  }
}
