package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.model.linkerd.Server;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which probes pass a Server that has routes. */
class LinkerdProbesTest {
  private static final String SERVER =
      """
      apiVersion: policy.linkerd.io/v1beta3
      kind: Server
      metadata: {name: loans, namespace: library}
      spec: {podSelector: {}, port: http}
      ---
      apiVersion: policy.linkerd.io/v1beta3
      kind: HTTPRoute
      metadata: {name: loans, namespace: library}
      spec:
        parentRefs: [{kind: Server, name: loans}]
        rules: [{matches: [%s]}]
      ---
      apiVersion: policy.linkerd.io/v1alpha1
      kind: AuthorizationPolicy
      metadata: {name: loans, namespace: library}
      spec:
        targetRef: {group: policy.linkerd.io, kind: %s, name: loans}
        requiredAuthenticationRefs: [%s]
      """;

  private static final String NETWORK =
      "{group: policy.linkerd.io, kind: NetworkAuthentication, name: kubelet}";

  @ParameterizedTest
  @CsvSource({
    "'{}',                                                  true",
    "'{path: {value: /}}',                                  true",
    "'{path: {value: /ready}}',                             true",
    "'{path: {value: /ready/}}',                            true",
    "'{path: {value: /rea}}',                               false",
    "'{path: {value: /ready/now}}',                         false",
    "'{path: {type: Exact, value: /ready}}',                true",
    "'{path: {type: Exact, value: /ready/}}',               false",
    "'{path: {type: RegularExpression, value: /x}}',        true",
    "'{path: {value: \"{{ path }}\"}}',                     true",
    "'{path: {value: /ready}, method: GET}',                true",
    "'{path: {value: /ready}, method: POST}',               false",
    "'{path: {value: /x}}, {path: {value: /ready}}',        true",
  })
  void aRouteTakesGetRequestsForItsPaths(String match, boolean passes) {
    assertThat(pass(SERVER.formatted(match, "HTTPRoute", NETWORK))).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPRoute, '{group: policy.linkerd.io, kind: NetworkAuthentication, name: a}', true",
    "Server,    '{group: policy.linkerd.io, kind: NetworkAuthentication, name: a}', true",
    "Server,    '',                                                                 true",
    "Server,    '{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: a}', false",
    "HTTPRoute, '{kind: ServiceAccount, name: a}',                                  false",
  })
  void theKubeletHasNoIdentity(String target, String authentication, boolean passes) {
    assertThat(pass(SERVER.formatted("{}", target, authentication))).isEqualTo(passes);
  }

  private static boolean pass(String manifests) {
    Mesh mesh = Meshes.of(manifests);
    Server server = mesh.all(Server.class).get(0);
    return LinkerdProbes.pass("/ready?full=1", server, mesh.linkerd().policies());
  }
}
