package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where sizes and threads of proxies are written. */
class ProxySizeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: Pod, metadata: {name: a, annotations: {sidecar.istio.io/proxyCPULimit: 70m}}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: istio-proxy, resources: {limits: {cpu: 70m}}}]}}",
        "{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, spec: {values: {global: {proxy: {resources: {limits: {cpu: 70m}}}}}}}",
        "{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, spec: {components: {egressGateways: [{k8s: {resources: {limits: {cpu: 70m}}}}]}}}",
        "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: a}, spec: {infrastructure: {annotations: {sidecar.istio.io/proxyCPULimit: 70m}}}}",
        "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: a}, spec: {chart: {spec: {chart: gateway, sourceRef: {name: istio}}}, values: {resources: {limits: {cpu: 70m}}}}}",
        "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: a}, spec: {values: {gateways: {door: {resources: {limits: {cpu: 70m}}}}}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio-sidecar-injector}, data: {values: '{\"global\": {\"waypoint\": {\"resources\": {\"limits\": {\"cpu\": \"70m\"}}}}}'}}"
      })
  void aLimitIsFound(String manifest) {
    assertThat(ProxySize.all(Meshes.of(manifest)))
        .singleElement()
        .satisfies(size -> assertThat(size.limits().get("cpu")).hasToString("70m"))
        .satisfies(size -> assertThat(size.requests()).isEmpty());
  }

  @Test
  void whatIsNoAmountIsLeftOut() {
    assertThat(
            ProxySize.all(
                Meshes.of(
                    "{apiVersion: v1, kind: Pod, metadata: {name: a, annotations: {sidecar.istio.io/proxyCPU: much, sidecar.istio.io/proxyMemory: '${MEMORY}'}}}")))
        .isEmpty();
  }

  @Test
  void threadsMeetTheLimitOfTheirControlPlane() {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio-winter, namespace: istio-system}
            data: {mesh: 'defaultConfig: {concurrency: 3}'}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio-sidecar-injector-winter, namespace: istio-system}
            data: {values: 'global: {proxy: {resources: {limits: {cpu: 2}}}}'}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio-sidecar-injector, namespace: istio-system}
            data: {values: 'global: {proxy: {resources: {limits: {cpu: 9}}}}'}
            """);
    assertThat(ProxyThreads.all(mesh))
        .singleElement()
        .returns(3, ProxyThreads::threads)
        .satisfies(threads -> assertThat(threads.limit()).hasToString("2"));
  }
}
