package dev.meshlint.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of Istio's charts, and the mesh configuration among them, wherever they stand. */
class ChartValuesShapeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: a}, spec: {values: %s}}",
        "{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, metadata: {name: a}, spec: {values: %s}}",
        "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: a}, spec: {chart: {spec: {chart: istiod}}, values: %s}}",
        "{apiVersion: helm.cattle.io/v1, kind: HelmChart, metadata: {name: a}, spec: {chart: 'oci://charts.example/istiod', valuesContent: '%s'}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a}, spec: {source: {chart: istiod, helm: {valuesObject: %s}}}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a}, spec: {sources: [{chart: istiod, helm: {values: '%s'}}]}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: ApplicationSet, metadata: {name: a}, spec: {template: {spec: {source: {chart: istiod, helm: {values: '%s'}}}}}}"
      })
  void are_judged(String holder) {
    assertThat(Shapes.lines(holder.formatted("{meshConfig: {enableAutoMtls: 3}}")))
        .singleElement()
        .asString()
        .contains("schema-wrong-type");
    assertThat(Shapes.lines(holder.formatted("{global: {proxy: {logLevl: info}}}")))
        .singleElement()
        .asString()
        .contains("schema-unknown-field \"logLevl\" is not a field of \"proxy\"");
    assertThat(
            Shapes.lines(holder.formatted("{global: {proxy: {resources: {limits: {cpu: much}}}}}")))
        .singleElement()
        .asString()
        .contains("schema-invalid-value \"cpu\" must be a quantity");
    assertThat(
            Shapes.lines(holder.formatted("{ours: 1, global: {proxy: {logLevel: info, ours: 1}}}")))
        .isEmpty();
  }

  @Test
  void of_other_charts_are_left_alone() {
    assertThat(
            Shapes.lines(
                "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: a}, spec: {chart: {spec: {chart: books}}, values: {meshConfig: 3, revison: 1}}}"))
        .isEmpty();
  }
}
