package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How Cilium is set up, as the ConfigMap of its agent and values of its chart say. */
class CiliumSettingsTest {
  private static final String CONFIG_MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: cilium-config, namespace: kube-system}
      data: {enable-l7-proxy: "false", enable-policy: always}
      """;
  private static final String FLUX =
      """
      apiVersion: helm.toolkit.fluxcd.io/v2
      kind: HelmRelease
      metadata: {name: cilium, namespace: kube-system}
      spec:
        chart: {spec: {chart: cilium}}
        values:
          l7Proxy: false
          l2announcements: {enabled: true}
          extraConfig: {enable-icmp-rules: "false"}
      """;

  private static CiliumSettings settings(String manifests) {
    return Meshes.of(manifests).cilium().settings();
  }

  @Test
  void theConfigMapIsRead() {
    CiliumSettings settings = settings(CONFIG_MAP);

    assertThat(settings.value("enable-policy")).hasToString("always");
    assertThat(settings.off("enable-l7-proxy")).isNotNull();
    assertThat(settings.value("enable-hubble")).isNull();
  }

  @Test
  void aHelmReleaseIsRead() {
    CiliumSettings settings = settings(FLUX);

    assertThat(settings.off("enable-l7-proxy")).isNotNull();
    assertThat(settings.isOn("enable-l2-announcements")).isTrue();
    assertThat(settings.off("enable-icmp-rules")).isNotNull();
  }

  @Test
  void anApplicationOfArgoIsRead() {
    String manifest =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: cilium, namespace: argocd}
        spec:
          sources:
            - chart: cilium
              helm:
                values: |
                  bgpControlPlane:
                    enabled: true
        """;

    assertThat(settings(manifest).isOn("enable-bgp-control-plane")).isTrue();
  }

  @Test
  void valuesOfK3sAreRead() {
    String manifest =
        """
        apiVersion: helm.cattle.io/v1
        kind: HelmChartConfig
        metadata: {name: rke2-cilium, namespace: kube-system}
        spec:
          valuesContent: |
            hubble: {enabled: false}
        """;

    assertThat(settings(manifest).off("enable-hubble")).isNotNull();
  }

  @Test
  void otherChartsAreNotRead() {
    assertThat(settings(FLUX.replace("chart: cilium", "chart: shop")).value("enable-l7-proxy"))
        .isNull();
  }

  @Test
  void sourcesMustAgree() {
    CiliumSettings both = settings(CONFIG_MAP + "---\n" + FLUX);

    assertThat(both.off("enable-l7-proxy")).isNotNull();
    assertThat(both.value("enable-policy")).isNull();
    assertThat(both.mentions("enable-policy")).isTrue();
  }

  @Test
  void placeholdersAreNotKnown() {
    assertThat(settings(CONFIG_MAP.replace("always", "${MODE}")).value("enable-policy")).isNull();
  }
}
