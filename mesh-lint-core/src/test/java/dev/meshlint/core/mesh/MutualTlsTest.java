package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.MutualTls.ClientSide;
import dev.meshlint.core.model.istio.ClientTlsMode;
import dev.meshlint.core.model.istio.DestinationRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What clients do that have no rule of their own. */
class MutualTlsTest {
  private static final PodGroup CART =
      new PodGroup(NamespaceRef.named("shop"), Map.of("app", "cart"), false);

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {selector: {app: cart}, ports: [{port: 80}]}
      ---
      """;

  private static final String NOT_AUTOMATIC =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: istio, namespace: istio-system}
      data: {mesh: "enableAutoMtls: false"}
      ---
      """;

  private static String rule(String namespace, String host, String policy) {
    return """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: %s, namespace: %s}
        spec: {host: "%s", %s}
        ---
        """
        .formatted("rule-" + host.length(), namespace, host, policy);
  }

  private static String tls(String mode) {
    return "trafficPolicy: {tls: {mode: " + mode + "}}";
  }

  private static List<ClientSide> clients(String manifests) {
    return Meshes.of(SERVICE + manifests).mutualTls().clientsOf(CART).values();
  }

  @Test
  void withoutARuleTheyDoWhatTheServerCan() {
    assertThat(clients("")).singleElement().returns(false, ClientSide::isAnonymous);
  }

  @Test
  void theRuleForTheServiceDecides() {
    String wide = rule("shop", "*.shop.svc.cluster.local", tls("ISTIO_MUTUAL"));
    assertThat(clients(wide)).singleElement().returns(false, ClientSide::isAnonymous);
    assertThat(clients(wide + rule("shop", "cart", tls("DISABLE"))))
        .singleElement()
        .returns(true, ClientSide::isAnonymous);
  }

  @Test
  void aRuleForSomeClientsDecidesNothing() {
    String some = "workloadSelector: {matchLabels: {app: till}}, " + tls("DISABLE");
    assertThat(clients(rule("shop", "cart", some)))
        .singleElement()
        .returns(false, ClientSide::isAnonymous);
  }

  @Test
  void withoutAutomaticMutualTlsARuleWithoutTlsMeansPlainText() {
    String silent = rule("shop", "cart", "trafficPolicy: {loadBalancer: {simple: RANDOM}}");
    assertThat(clients(NOT_AUTOMATIC + silent))
        .singleElement()
        .returns(ClientTlsMode.DISABLE, side -> side.mode().orElseThrow());
  }

  @Test
  void withoutAutomaticMutualTlsAndWithoutARuleNothingIsKnown() {
    assertThat(clients(NOT_AUTOMATIC)).isEmpty();
  }

  @Test
  void aWiderRuleIsReplacedByOneForAService() {
    Mesh mesh =
        Meshes.of(
            rule("shop", "cart", "trafficPolicy: {}")
                + rule("shop", "*.shop.svc.cluster.local", tls("ISTIO_MUTUAL"))
                + rule("shop", "www.example.com", "trafficPolicy: {}"));
    List<DestinationRule> rules = mesh.all(DestinationRule.class);
    assertThat(mesh.mutualTls().widerMutual(rules.get(0))).isNotNull();
    assertThat(mesh.mutualTls().widerMutual(rules.get(2))).isNull();
  }
}
