package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.RequestAuthentication;
import org.junit.jupiter.api.Test;

/** Who reads tokens for whom, and who demands them. */
class RequestTokensTest {
  private static String checking(String namespace, String app) {
    return """
        apiVersion: security.istio.io/v1
        kind: RequestAuthentication
        metadata: {name: checking-%s, namespace: %s}
        spec: {selector: {matchLabels: {app: %s}}, jwtRules: [{issuer: example}]}
        ---
        """
        .formatted(app, namespace, app);
  }

  private static String demanding(String app) {
    return """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: demanding, namespace: shop}
        spec:
          selector: {matchLabels: {app: %s}}
          rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]
        ---
        """
        .formatted(app);
  }

  private static Answer<RequestAuthentication> whoChecks(String manifests) {
    Mesh mesh = Meshes.of(manifests);
    return mesh.requestTokens().checking(mesh.all(AuthorizationPolicy.class).get(0));
  }

  private static Answer<AuthorizationPolicy> whoDemands(String manifests) {
    Mesh mesh = Meshes.of(manifests);
    return mesh.requestTokens().demanding(mesh.all(RequestAuthentication.class).get(0));
  }

  @Test
  void aPolicyForTheSameWorkloadChecks() {
    assertThat(whoChecks(demanding("cart") + checking("shop", "cart")).isFound()).isTrue();
    assertThat(whoChecks(demanding("cart") + checking("istio-system", "cart")).isFound()).isTrue();
  }

  @Test
  void aPolicyForAnotherWorkloadIsOnlyAHint() {
    assertThat(whoChecks(demanding("cart") + checking("shop", "till")))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.IN_VIEW));
  }

  @Test
  void withoutAnyPolicyInViewNothingIsKnown() {
    assertThat(whoChecks(demanding("cart")))
        .isEqualTo(new Unknown<RequestAuthentication>(Why.NOT_IN_VIEW));
    assertThat(whoDemands(checking("shop", "cart")))
        .isEqualTo(new Unknown<AuthorizationPolicy>(Why.NOT_IN_VIEW));
  }

  @Test
  void aPolicyForTheSameWorkloadDemands() {
    assertThat(whoDemands(checking("shop", "cart") + demanding("cart")).isFound()).isTrue();
    assertThat(whoDemands(checking("shop", "cart") + demanding("till")).isAbsent()).isTrue();
  }

  @Test
  void routesByClaimsDemandTokensToo() {
    String routes =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: routes, namespace: shop}
        spec:
          hosts: [shop.example]
          gateways: [edge]
          http:
            - match: [{headers: {"@request.auth.claims.role": {exact: clerk}}}]
              route: [{destination: {host: cart}}]
        ---
        """;
    assertThat(whoDemands(checking("shop", "cart") + demanding("till") + routes))
        .isEqualTo(new Unknown<AuthorizationPolicy>(Why.DECLARED_ELSEWHERE));
  }
}
