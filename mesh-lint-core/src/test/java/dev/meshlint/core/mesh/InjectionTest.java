package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.mesh.Injection.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision as Istio's documentation on injection and ambient mode has it. */
class InjectionTest {
  @ParameterizedTest
  @CsvSource({
    // labels of the namespace, of the pod, decision
    "'',                              '',                                   NONE",
    "'',                              'sidecar.istio.io/inject: \"true\"',    SIDECAR",
    "'',                              'istio.io/rev: canary',               SIDECAR",
    "'istio-injection: enabled',      '',                                   SIDECAR",
    "'istio-injection: enabled',      'sidecar.istio.io/inject: \"false\"',   NONE",
    "'istio-injection: disabled',     'sidecar.istio.io/inject: \"true\"',    NONE",
    "'istio-injection: disabled',     'istio.io/rev: canary',               NONE",
    "'istio-injection: enable',       '',                                   NONE",
    "'istio.io/rev: canary',          '',                                   SIDECAR",
    "'istio.io/dataplane-mode: ambient', '',                                AMBIENT",
    "'istio.io/dataplane-mode: ambient', 'istio.io/dataplane-mode: none',   NONE",
    "'istio.io/dataplane-mode: ambient', 'sidecar.istio.io/inject: \"true\"', SIDECAR",
    "'istio-injection: \"${SWITCH}\"',  '',                                   UNKNOWN",
  })
  void labelsDecide(String namespace, String pod, Proxy expected) {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {%s}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: cart, namespace: shop, labels: {%s}}
            spec: {containers: [{name: app, image: cart}]}
            """
                .formatted(namespace, pod));

    assertThat(mesh.injection().of(mesh.workloads().all().get(0)).proxy()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'hostNetwork: true, containers: [{name: app, image: cart}]', NONE",
    "'containers: [{name: istio-proxy, image: auto}]',            SIDECAR",
    "'containers: [{name: app, image: cart}]',                    UNKNOWN",
  })
  void thePodItselfMayDecide(String spec, Proxy expected) {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: cart, namespace: shop}
            spec: {%s}
            """
                .formatted(spec));

    assertThat(mesh.injection().of(mesh.workloads().all().get(0)).proxy()).isEqualTo(expected);
  }

  @Test
  void anInjectorMayTakeNamespacesThatAskForNothing() {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio-sidecar-injector, namespace: istio-system}
            data: {values: '{"sidecarInjectorWebhook": {"enableNamespacesByDefault": true}}'}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: cart, namespace: shop}
            spec: {containers: [{name: app, image: cart}]}
            """);

    assertThat(mesh.injection().of(mesh.workloads().all().get(0)).proxy()).isEqualTo(Proxy.UNKNOWN);
  }
}
