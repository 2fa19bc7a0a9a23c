package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where proxies are told how much to log. */
class LogLevelTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: Pod, metadata: {name: a, annotations: {sidecar.istio.io/logLevel: debug}}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {initContainers: [{name: istio-proxy, args: [proxy, --proxyLogLevel=debug]}]}}",
        "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: a}, spec: {infrastructure: {annotations: {sidecar.istio.io/logLevel: debug}}}}",
        "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: a}, spec: {values: {global: {proxy: {logLevel: debug}}}}}",
        "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: a}, spec: {chart: {spec: {chart: istiod}}, values: {global: {proxy: {logLevel: debug}}}}}",
        "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: a}, spec: {chart: {spec: {chart: linkerd-control-plane}}, values: {proxy: {logLevel: 'warn,linkerd=debug'}}}}",
        "{apiVersion: helm.cattle.io/v1, kind: HelmChart, metadata: {name: a}, spec: {chart: gateway, repo: 'https://istio.example', valuesContent: '{podAnnotations: {sidecar.istio.io/logLevel: debug}}'}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a}, spec: {sources: [{chart: istiod, helm: {values: '{global: {proxy: {componentLogLevel: \"misc:debug\"}}}'}}]}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: ApplicationSet, metadata: {name: a}, spec: {template: {spec: {source: {chart: istiod, helm: {valuesObject: {global: {proxy: {logLevel: debug}}}}}}}}}"
      })
  void a_level_is_found(String manifest) {
    assertThat(LogLevel.verbose(Meshes.of(manifest)))
        .singleElement()
        .satisfies(level -> assertThat(level.text().value()).endsWith("debug"));
  }

  @Test
  void other_charts_and_other_levels_are_left_alone() {
    assertThat(
            LogLevel.verbose(
                Meshes.of(
                    """
                    {apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: a}, spec: {chart: {spec: {chart: gateway, sourceRef: {name: spring}}}, values: {podAnnotations: {sidecar.istio.io/logLevel: debug}}}}
                    ---
                    {apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: b}, spec: {chart: {spec: {chart: istiod}}, values: {global: {proxy: {logLevel: warning}, logging: {level: 'all:debug'}}}}}
                    """)))
        .isEmpty();
  }
}
