package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.WorkloadPorts.Probed;
import org.junit.jupiter.api.Test;

/** Ports of pods, and ports of Services that lead to them. */
class WorkloadPortsTest {
  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: cart, namespace: shop, labels: {app: cart}}
      spec:
        containers:
          - name: app
            image: cart
            ports: [{name: web, containerPort: 8080}]
            livenessProbe: {httpGet: {path: /, port: web}}
            readinessProbe: {tcpSocket: {port: 9000}}
            startupProbe: {exec: {command: [check]}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec:
        selector: {app: cart}
        ports: [{name: http, port: 80, targetPort: web}, {name: tcp, port: 7000}]
      """;

  private static Answer<Integer> find(int port) {
    Mesh mesh = Meshes.of(MANIFESTS);
    return mesh.workloadPorts().find(mesh.workloads().all(), port);
  }

  @Test
  void aDeclaredPortIsThere() {
    assertThat(find(8080)).isEqualTo(Answer.found(8080));
  }

  @Test
  void thePortOfTheServiceIsNot() {
    assertThat(find(80))
        .isInstanceOfSatisfying(
            Absent.class,
            absent -> {
              assertThat(absent.evidence()).isEqualTo(Evidence.SAME_OBJECT);
              assertThat(absent.nearest()).isEqualTo("8080");
            });
  }

  @Test
  void aPortThatTheServiceSendsToMayBeOpen() {
    assertThat(find(7000)).isEqualTo(new Unknown<Integer>(Why.DECLARED_ELSEWHERE));
  }

  @Test
  void thePortsOfTheProxyAreOpen() {
    assertThat(find(15020)).isEqualTo(new Unknown<Integer>(Why.DECLARED_ELSEWHERE));
  }

  @Test
  void anyOtherPortIsButUndeclared() {
    assertThat(find(9999))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.IN_VIEW));
  }

  @Test
  void probesOverTheNetworkHaveAPort() {
    Mesh mesh = Meshes.of(MANIFESTS);
    assertThat(mesh.workloadPorts().probed(mesh.workloads().all().get(0)))
        .extracting(Probed::port)
        .containsExactly(9000, 8080);
  }
}
