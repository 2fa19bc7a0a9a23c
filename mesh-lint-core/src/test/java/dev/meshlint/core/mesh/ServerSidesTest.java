package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.mesh.ServerSides.Membership;
import dev.meshlint.core.mesh.ServerSides.Part;
import dev.meshlint.core.mesh.ServerSides.ServerSide;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.MtlsMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What servers ask for, and whether they have a proxy that asks. */
class ServerSidesTest {
  private static final Part WHOLE = new Part(null, Set.of(), Map.of());

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {selector: {app: cart}, ports: [{name: http, port: 80, targetPort: 8080}]}
      ---
      """;

  private static String rule(String host) {
    return """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: rule, namespace: shop}
        spec: {host: "%s"}
        ---
        """
        .formatted(host);
  }

  private static String strict(String namespace, String rest) {
    return """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: strict, namespace: %s}
        spec: {mtls: {mode: STRICT}%s}
        ---
        """
        .formatted(namespace, rest);
  }

  private static String pod(String labels, String annotations) {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: cart, namespace: shop, labels: {app: cart%s}, annotations: {%s}}
        spec: {containers: [{name: app, image: cart, ports: [{containerPort: 8080}]}]}
        ---
        """
        .formatted(labels, annotations);
  }

  private static List<ServerSide> sides(String manifests, Part part) {
    Mesh mesh = Meshes.of(manifests);
    return mesh.serverSides().of(mesh.all(DestinationRule.class).get(0), part);
  }

  private static void assertSide(List<ServerSide> sides, MtlsMode mode, Membership membership) {
    assertThat(sides)
        .singleElement()
        .returns(mode, ServerSide::mode)
        .returns(membership, ServerSide::membership);
  }

  @Test
  void aPolicyForTheWorkloadIsForOneWithAProxy() {
    String policy = strict("shop", ", selector: {matchLabels: {app: cart}}");
    assertSide(sides(SERVICE + rule("cart") + policy, WHOLE), MtlsMode.STRICT, Membership.MEMBER);
  }

  @Test
  void aPolicyForTheNamespaceIsLikelyToBe() {
    assertSide(
        sides(SERVICE + rule("cart") + strict("shop", ""), WHOLE),
        MtlsMode.STRICT,
        Membership.LIKELY);
  }

  @Test
  void aPolicyForTheMeshSaysNothingOfOneService() {
    assertSide(
        sides(SERVICE + rule("cart") + strict("istio-system", ""), WHOLE),
        MtlsMode.STRICT,
        Membership.UNKNOWN);
  }

  @Test
  void aWildcardIsForAllOfTheNamespace() {
    assertSide(
        sides(rule("*.shop.svc.cluster.local") + strict("istio-system", ""), WHOLE),
        MtlsMode.STRICT,
        Membership.MEMBER);
  }

  @Test
  void aPodThatOptsOutHasNoProxy() {
    String pod = pod(", sidecar.istio.io/inject: 'false'", "");
    assertSide(
        sides(SERVICE + pod + rule("cart") + strict("shop", ""), WHOLE),
        MtlsMode.DISABLE,
        Membership.OUTSIDE);
  }

  @Test
  void aPortThatTheProxyDoesNotTakeIsLeftOut() {
    String pod =
        pod(
            ", sidecar.istio.io/inject: 'true'",
            "traffic.sidecar.istio.io/excludeInboundPorts: '8080,9090'");
    assertThat(sides(SERVICE + pod + rule("cart") + strict("shop", ""), WHOLE)).isEmpty();
  }

  @Test
  void theModeOfThePodsPortCounts() {
    String policy =
        strict(
            "shop",
            ", selector: {matchLabels: {app: cart}}, portLevelMtls: {8080: {mode: DISABLE}}");
    String manifests = SERVICE + rule("cart") + policy;
    assertSide(sides(manifests, WHOLE), MtlsMode.DISABLE, Membership.MEMBER);
    assertSide(
        sides(manifests, new Part(80, Set.of(), Map.of())), MtlsMode.DISABLE, Membership.MEMBER);
    assertThat(sides(manifests, new Part(null, Set.of(80), Map.of()))).isEmpty();
  }
}
