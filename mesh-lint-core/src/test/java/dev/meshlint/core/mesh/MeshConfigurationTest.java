package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.model.istio.IstioValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where mesh configurations and values of Istio's charts stand. */
class MeshConfigurationTest {
  private static final String VALUES =
      "{revision: winter, meshConfig: {rootNamespace: mesh}, sidecarInjectorWebhook: {enableNamespacesByDefault: true}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "global: {istioNamespace: mesh, proxy: {}}\n<<: %s",
        "{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, spec: {values: %s}}",
        "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: a}, spec: {values: %s}}",
        "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: a}, spec: {chart: {spec: {chart: istiod}}, values: %s}}",
        "{apiVersion: helm.cattle.io/v1, kind: HelmChart, metadata: {name: a}, spec: {chart: istiod, valuesContent: '%s'}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a}, spec: {sources: [{chart: istiod, helm: {valuesObject: %s}}]}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: ApplicationSet, metadata: {name: a}, spec: {template: {spec: {source: {chart: istiod, helm: {values: '%s'}}}}}}"
      })
  void valuesAreFound(String holder) {
    Mesh mesh = Meshes.of(holder.formatted(VALUES));

    assertThat(mesh.configuration().values())
        .singleElement()
        .extracting(IstioValues::revision)
        .hasToString("winter");
    assertThat(mesh.configuration().rootNamespace()).isEqualTo("mesh");
    assertThat(mesh.configuration().injectsByDefault()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: a}, spec: {chart: {spec: {chart: books}}, values: %s}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a}, spec: {source: {chart: books, helm: {values: '%s'}}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: books}, data: {values: '%s'}}",
        "global: {proxy: {image: books}}\nbooks: %s"
      })
  void valuesOfOthersAreNot(String holder) {
    assertThat(Meshes.of(holder.formatted(VALUES)).configuration().values()).isEmpty();
  }

  @Test
  void aFileOfValuesIsCalledAsTheFile() {
    assertThat(Meshes.of("global: {istioNamespace: mesh, proxy: {image: x}}").resources())
        .singleElement()
        .satisfies(file -> assertThat(file.title()).isEqualTo("IstioValues istio-system/mesh"));
  }
}
