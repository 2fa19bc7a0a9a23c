package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.model.gatewayapi.ReferenceGrant;
import org.junit.jupiter.api.Test;

/** A grant counts in the namespace of the target, for the kind and namespace that it names. */
class ReferenceGrantsTest {
  private static final String ROUTE =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: books, namespace: edge}
      spec:
        parentRefs: [{name: public}]
        rules: [{backendRefs: [{name: books, namespace: library, port: 80}]}]
      ---
      """;

  private static String grant(String namespace, String kind, String target) {
    return """
        apiVersion: gateway.networking.k8s.io/v1
        kind: ReferenceGrant
        metadata: {name: allow, namespace: %s}
        spec:
          from: [{group: gateway.networking.k8s.io, kind: %s, namespace: edge}]
          to: [%s]
        ---
        """
        .formatted(namespace, kind, target);
  }

  private static Answer<ReferenceGrant> permits(Mesh mesh) {
    CrossReference cross = CrossReference.all(mesh).get(0);
    return mesh.referenceGrants().permits(cross.reference().resource(), cross.target());
  }

  @Test
  void aGrantForServicesPermits() {
    String services = "{group: \"\", kind: Service}";
    assertThat(permits(Meshes.of(ROUTE + grant("library", "HTTPRoute", services))).isFound())
        .isTrue();
  }

  @Test
  void aGrantForAnotherObjectKindOrPlaceDoesNot() {
    String services = "{group: \"\", kind: Service}";
    String other = "{group: \"\", kind: Service, name: shelves}";
    assertThat(permits(Meshes.of(ROUTE + grant("library", "HTTPRoute", other))).isFound())
        .isFalse();
    assertThat(permits(Meshes.of(ROUTE + grant("library", "GRPCRoute", services))).isFound())
        .isFalse();
    assertThat(permits(Meshes.of(ROUTE + grant("edge", "HTTPRoute", services))).isFound())
        .isFalse();
  }

  @Test
  void withoutAnyGrantOnlyAClosedWorldIsCertain() {
    assertThat(permits(Meshes.of(ROUTE)).isAbsent()).isFalse();
    assertThat(permits(Meshes.closed(ROUTE)).isAbsent()).isTrue();
  }
}
