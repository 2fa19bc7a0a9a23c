package dev.meshlint.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where values for a chart stand. */
class HelmValuesTest {
  private static final String VALUES = "{hubble: {enabled: true}, routingMode: native}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: a}, spec: {chart: {spec: {chart: cilium}}, values: %s}}",
        "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: a}, spec: {chartRef: {kind: OCIRepository, name: cilium}, values: %s}}",
        "{apiVersion: helm.cattle.io/v1, kind: HelmChart, metadata: {name: a}, spec: {chart: cilium/cilium, valuesContent: '%s'}}",
        "{apiVersion: helm.cattle.io/v1, kind: HelmChartConfig, metadata: {name: rke2-cilium}, spec: {valuesContent: '%s'}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a}, spec: {sources: [{chart: cilium, helm: {valuesObject: %s}}]}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a}, spec: {source: {chart: cilium, helm: {values: '%s'}}}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: ApplicationSet, metadata: {name: a}, spec: {template: {spec: {source: {chart: cilium, helm: {values: '%s'}}}}}}",
        "{helm: {chart: cilium, values: %s}}",
        "{cilium: %s}",
        "%s"
      })
  void valuesOfCiliumAreFound(String holder) {
    assertThat(values("values.yaml", holder.formatted(VALUES)))
        .singleElement()
        .satisfies(given -> assertThat(given.isOfCilium()).isTrue())
        .satisfies(given -> assertThat(given.values().entry("hubble")).isNotNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{helm: {chart: books, values: %s}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {values: '%s'}}",
        "{books: %s}"
      })
  void valuesOfOthersAreNot(String holder) {
    assertThat(values("values.yaml", holder.formatted(VALUES))).isEmpty();
  }

  @Test
  void aKeyAloneTellsWhereThePathSpeaksOfCilium() {
    assertThat(values("books/values.yaml", "hubble: {enabled: true}")).isEmpty();
    assertThat(values("cilium/values.yaml", "hubble: {enabled: true}")).hasSize(1);
    assertThat(values("cilium/books/values.yaml", "hubble: {enabled: true}")).isEmpty();
    assertThat(values("values.yaml", "{ipam: {a: b}, ingressController: {enabled: true}}"))
        .isEmpty();
  }

  @Test
  void chartsBeforeTheTableAreTooOld() {
    String release =
        """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: a}
        spec: {chart: {spec: {chart: cilium, version: %s}}, values: {l7Proxy: true}}
        """;

    assertThat(values("a.yaml", release.formatted("1.15.x")).get(0).isTooOld()).isTrue();
    assertThat(values("a.yaml", release.formatted("1.18.2")).get(0).isTooOld()).isFalse();
    assertThat(values("a.yaml", release.formatted("'>=1.0.0'")).get(0).isTooOld()).isFalse();
  }

  private static List<HelmValues> values(String file, String text) {
    List<HelmValues> all = new ArrayList<>();
    for (Resource resource : Inputs.file(file, text).read().resources()) {
      all.addAll(HelmValues.of(resource));
    }
    return all;
  }
}
