package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.value.Cidr;
import org.junit.jupiter.api.Test;

/** Which addresses belong to the cluster. */
class CiliumAddressesTest {
  private static final String SERVICES =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: loans
        namespace: library
        annotations: {lbipam.cilium.io/ips: "192.0.2.7, 192.0.2.8"}
      spec: {clusterIP: 10.96.3.7, selector: {app: loans}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: elsewhere, namespace: library}
      spec: {clusterIP: 10.96.3.8}
      """;

  private static CiliumAddresses addresses(String manifests) {
    return Meshes.of(manifests).cilium().addresses();
  }

  @Test
  void servicesWithPodsHaveAddresses() {
    CiliumAddresses addresses = addresses(SERVICES);

    assertThat(addresses.service("10.96.3.7")).isNotNull();
    assertThat(addresses.service("192.0.2.8")).isNotNull();
    assertThat(addresses.service("10.96.3.8")).isNull();
  }

  @Test
  void theConfigMapTheChartAndPoolsSayWherePodsAre() {
    assertThat(addresses(config("cluster-pool-ipv4-cidr: 10.0.0.0/9 10.128.0.0/9")).pods())
        .hasSize(2);
    assertThat(addresses(chart("[10.42.0.0/16, 10.43.0.0/16]")).pods()).hasSize(2);
    assertThat(addresses(chart("10.42.0.0/16")).pods()).containsExactly(Cidr.parse("10.42.0.0/16"));
    assertThat(
            addresses(
                    """
                    apiVersion: cilium.io/v2alpha1
                    kind: CiliumPodIPPool
                    metadata: {name: desks}
                    spec: {ipv4: {cidrs: [10.7.0.0/16], maskSize: 24}}
                    """)
                .pods())
        .hasSize(1);
  }

  @Test
  void rulesOnAddressesMayMatchPodsBySetting() {
    assertThat(
            addresses(
                    config(
                        "cluster-pool-ipv4-cidr: 10.0.0.0/9, policy-cidr-match-mode: \"nodes,pods\""))
                .pods())
        .isEmpty();
  }

  private static String config(String data) {
    return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: cilium-config, namespace: kube-system}
        data: {%s}
        """
        .formatted(data);
  }

  private static String chart(String ranges) {
    return """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: cilium, namespace: kube-system}
        spec:
          chart: {spec: {chart: cilium}}
          values: {ipam: {operator: {clusterPoolIPv4PodCIDRList: %s}}}
        """
        .formatted(ranges);
  }
}
