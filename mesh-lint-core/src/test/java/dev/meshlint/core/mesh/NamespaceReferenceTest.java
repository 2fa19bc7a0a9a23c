package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.value.WildcardText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which namespaces resources name, and whether those exist. */
class NamespaceReferenceTest {
  private static final String POLICY =
      """
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata: {name: policy, namespace: shop}
      spec:
        rules:
          - from: [{source: {namespaces: ["front*", "*"], principals: [cluster.local/ns/till/sa/till]}}]
      """;

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: cart
        namespace: shop
        annotations: {networking.istio.io/exportTo: "., till , ~"}
      spec: {ports: [{port: 80}]}
      """;

  private static final String GATEWAY =
      """
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: edge, namespace: shop}
      spec:
        servers:
          - {port: {number: 80, name: http, protocol: HTTP}, hosts: [till/a.example, ./b.example, c.example]}
      """;

  private static List<String> named(String manifests) {
    return Meshes.of(manifests).views().values().stream()
        .flatMap(List::stream)
        .flatMap(view -> NamespaceReference.of(view).stream())
        .map(reference -> reference.use() + " " + reference.namespace())
        .toList();
  }

  @Test
  void policiesNameThoseOfTheirCallers() {
    assertThat(named(POLICY)).containsExactly("SOURCE front*", "PRINCIPAL till");
  }

  @Test
  void servicesNameThoseWhoSeeThem() {
    assertThat(named(SERVICE)).containsExactly("EXPORT till");
  }

  @Test
  void gatewaysNameThoseOfTheirRoutes() {
    assertThat(named(GATEWAY)).containsExactly("GATEWAY_HOST till");
  }

  private static Answer<Resource> find(Mesh mesh, String pattern) {
    return mesh.namespaces().find(WildcardText.parse(pattern));
  }

  @Test
  void aPatternIsAbsentOnlyInAClosedWorld() {
    assertThat(find(Meshes.of(SERVICE), "bill*").isAbsent()).isFalse();
    assertThat(find(Meshes.closed(SERVICE), "bill*").isAbsent()).isTrue();
    assertThat(find(Meshes.closed(SERVICE), "sh*").isAbsent()).isFalse();
  }

  @Test
  void aNearNameThatTwoResourcesNameIsNoMistake() {
    String laboratory = "{apiVersion: v1, kind: Namespace, metadata: {name: laboratory}}\n---\n";
    String one = SERVICE.replace("till", "laborotary");
    String two = one.replace("name: cart", "name: till");
    assertThat(find(Meshes.of(laboratory + one), "laborotary"))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.NEAR_MISS));
    assertThat(find(Meshes.of(laboratory + one + "---\n" + two), "laborotary").isAbsent())
        .isFalse();
  }
}
