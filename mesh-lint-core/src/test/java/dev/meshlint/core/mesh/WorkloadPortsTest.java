package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.WorkloadPorts.Probed;
import dev.meshlint.core.model.kubernetes.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static Answer<String> target(String port, String manifests) {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: desk, namespace: shop}
            spec: {selector: {app: cart}, ports: [{port: 80, targetPort: %s}]}
            ---
            """
                    .formatted(port)
                + manifests);
    Service service = mesh.all(Service.class).get(0);
    return mesh.workloadPorts().target(service, service.ports().get(0));
  }

  @ParameterizedTest
  @CsvSource({"web", "9090", "linkerd-admin", "'${PORT}'"})
  void aTargetIsDeclaredOrNeedNotBe(String port) {
    assertThat(target(port, MANIFESTS)).isNotInstanceOf(Absent.class);
  }

  @Test
  void aTargetThatNobodyDeclaresIsNotThere() {
    assertThat(target("web", MANIFESTS.replace("name: web,", "")))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.SAME_OBJECT));
  }

  @Test
  void whoSelectsNothingInViewSaysNothing() {
    assertThat(target("web", MANIFESTS.replace("namespace: shop", "namespace: other")))
        .isInstanceOf(Unknown.class);
  }
}
