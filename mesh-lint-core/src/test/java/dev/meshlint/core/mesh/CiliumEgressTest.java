package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ranges of destinations that two egress gateway policies take the same pods to. */
class CiliumEgressTest {
  private static String policy(String name, String app, String range, String address) {
    return """
        apiVersion: cilium.io/v2
        kind: CiliumEgressGatewayPolicy
        metadata: {name: %s}
        spec:
          selectors: [{podSelector: {matchLabels: {app: %s}}}]
          destinationCIDRs: ["%s"]
          egressGateway: {nodeSelector: {matchLabels: {egress: "1"}}, egressIP: %s}
        ---
        """
        .formatted(name, app, range, address);
  }

  private static Iterable<String> overlaps(String first, String second) {
    return Meshes.of(first + second).cilium().egress().overlaps().stream()
        .map(overlap -> overlap.narrower() + " in " + overlap.wider())
        .toList();
  }

  @Test
  void equalRangesOverlap() {
    assertThat(
            overlaps(
                policy("one", "desk", "198.51.100.0/24", "192.0.2.1"),
                policy("two", "desk", "198.51.100.7/24", "192.0.2.2")))
        .containsExactly("198.51.100.7/24 in 198.51.100.0/24");
  }

  @Test
  void aNarrowerRangeOverlapsInWhateverOrder() {
    String narrow = policy("one", "desk", "198.51.100.0/28", "192.0.2.1");
    String wide = policy("two", "desk", "0.0.0.0/0", "192.0.2.2");

    assertThat(overlaps(narrow, wide)).containsExactly("198.51.100.0/28 in 0.0.0.0/0");
    assertThat(overlaps(wide, narrow)).containsExactly("198.51.100.0/28 in 0.0.0.0/0");
  }

  @Test
  void otherPodsOtherRangesAndEqualGatewaysDoNot() {
    String one = policy("one", "desk", "198.51.100.0/24", "192.0.2.1");

    assertThat(overlaps(one, policy("two", "ward", "198.51.100.0/24", "192.0.2.2"))).isEmpty();
    assertThat(overlaps(one, policy("two", "desk", "203.0.113.0/24", "192.0.2.2"))).isEmpty();
    assertThat(overlaps(one, policy("two", "desk", "::/0", "192.0.2.2"))).isEmpty();
    assertThat(overlaps(one, policy("two", "desk", "198.51.100.0/24", "192.0.2.1"))).isEmpty();
  }
}
