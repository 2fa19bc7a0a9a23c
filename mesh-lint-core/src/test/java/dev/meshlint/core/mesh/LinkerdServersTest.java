package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.linkerd.Server;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which port of which workload a Server is, and what speaks for it. */
class LinkerdServersTest {
  private static final String LOANS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: loans, namespace: library, labels: {app: loans, tier: back}}
      spec:
        containers:
          - name: app
            image: loans
            ports: [{name: http, containerPort: 8080}, {name: udp, containerPort: 8081, protocol: UDP}]
      """;

  @ParameterizedTest
  @CsvSource({
    "'{}',                                                                       1",
    "'{matchLabels: {app: loans}}',                                              1",
    "'{matchLabels: {app: loans, tier: front}}',                                 0",
    "'{matchExpressions: [{key: tier, operator: In, values: [back]}]}',          1",
    "'{matchExpressions: [{key: tier, operator: NotIn, values: [back]}]}',       0",
    "'{matchLabels: {app: loans}, matchExpressions: [{key: x, operator: Exists}]}', 0",
  })
  void aServerSelectsPodsOfItsNamespace(String selector, int count) {
    Mesh mesh = Meshes.of(LOANS + server("http", selector));

    assertThat(mesh.linkerd().servers().workloads(server(mesh)).values()).hasSize(count);
    assertThat(mesh.linkerd().servers().selecting(mesh.workloads().all().get(0))).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({"http, 8080", "8080, 8080", "9090, 9090", "udp, ", "admin, ", "linkerd-admin, 4191"})
  void aPortIsANumberOrTheNameOfATcpPort(String port, Integer number) {
    Mesh mesh = Meshes.of(LOANS + server(port, "{}"));

    var numbers = LinkerdServers.ports(server(mesh), mesh.workloads().all().get(0));

    if (number == null) {
      assertThat(numbers).isEmpty();
    } else {
      assertThat(numbers).containsExactly(number);
    }
  }

  @Test
  void whatIsSelectedSelects() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      StringBuilder yaml = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        yaml.append(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: p%d, namespace: n%d, labels: {a: x%d, b: y%d}}\n---\n"
                .formatted(i, random.nextInt(2), random.nextInt(2), random.nextInt(2)));
      }
      for (int i = 0; i < 6; i++) {
        String labels = random.nextBoolean() ? "a: x" + random.nextInt(2) : "";
        yaml.append(
            "apiVersion: policy.linkerd.io/v1beta3\nkind: Server\nmetadata: {name: s%d, namespace: n%d}\nspec: {podSelector: {matchLabels: {%s}}, port: 80}\n---\n"
                .formatted(i, random.nextInt(2), labels));
      }
      Mesh mesh = Meshes.of(yaml.toString());
      for (Server server : mesh.all(Server.class)) {
        for (MeshWorkload workload : mesh.workloads().all()) {
          boolean there = mesh.linkerd().servers().workloads(server).values().contains(workload);
          boolean back = mesh.linkerd().servers().selecting(workload).contains(server);
          assertThat(back).as("seed %d", seed).isEqualTo(there);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'group: policy.linkerd.io, kind: Server, name: loans',      1",
    "'group: policy.linkerd.io, kind: server, name: loans',      1",
    "'group: policy.linkerd.io, kind: Server, name: other',      0",
    "'kind: Namespace, name: library',                           1",
    "'group: policy.linkerd.io, kind: HTTPRoute, name: reading', 1",
    "'group: policy.linkerd.io, kind: HTTPRoute, name: writing', 0",
  })
  void policiesSpeakForTheServerItsNamespaceAndItsRoutes(String target, int count) {
    Mesh mesh =
        Meshes.of(
            LOANS
                + server("http", "{}")
                + """
                ---
                apiVersion: policy.linkerd.io/v1beta3
                kind: HTTPRoute
                metadata: {name: reading, namespace: library}
                spec: {parentRefs: [{kind: Server, name: loans}]}
                ---
                apiVersion: policy.linkerd.io/v1alpha1
                kind: AuthorizationPolicy
                metadata: {name: readers, namespace: library}
                spec: {targetRef: {%s}, requiredAuthenticationRefs: []}
                """
                    .formatted(target));

    assertThat(mesh.linkerd().policies().authorizing(server(mesh))).hasSize(count);
  }

  @Test
  void aListOfOpaquePortsReplacesTheDefaultOne() {
    Mesh mesh =
        Meshes.of(
            LOANS.replace(
                "namespace: library,",
                "namespace: library, annotations: {config.linkerd.io/opaque-ports: \"7000,9000-9010\"},"));

    OpaquePorts ports =
        Objects.requireNonNull(mesh.linkerd().opaquePorts(mesh.workloads().all().get(0)));

    assertThat(ports.contains(9005)).isTrue();
    assertThat(ports.contains(5432)).isFalse();
    assertThat(ports.single()).containsExactly(7000);
    assertThat(ports.annotation()).extracting(Text::value).isEqualTo("7000,9000-9010");
  }

  private static String server(String port, String selector) {
    return """
    ---
    apiVersion: policy.linkerd.io/v1beta3
    kind: Server
    metadata: {name: loans, namespace: library}
    spec: {podSelector: %s, port: %s}
    """
        .formatted(selector, port);
  }

  private static Server server(Mesh mesh) {
    return mesh.all(Server.class).get(0);
  }
}
