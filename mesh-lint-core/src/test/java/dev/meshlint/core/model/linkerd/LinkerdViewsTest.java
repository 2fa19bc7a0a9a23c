package dev.meshlint.core.model.linkerd;

import static dev.meshlint.core.model.Manifests.root;
import static dev.meshlint.core.model.Manifests.values;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkerdViewsTest {
  @Test
  void a_server_selects_pods_and_a_port() {
    Server server = new Server(root("spec: {podSelector: {}, port: http, proxyProtocol: HTTP/2}"));

    assertThat(server.podSelector().selectsAll()).isTrue();
    assertThat(server.externalWorkloadSelector().present()).isFalse();
    assertThat(server.port()).hasToString("http");
    assertThat(server.proxyProtocol()).hasToString("HTTP/2");
  }

  @Test
  void policies_name_targets_and_authentications() {
    AuthorizationPolicy policy =
        new AuthorizationPolicy(
            root(
                """
                spec:
                  targetRef: {kind: server, name: web}
                  requiredAuthenticationRefs: [{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: clients}]
                """));
    MeshTLSAuthentication clients =
        new MeshTLSAuthentication(
            root("spec: {identities: ['*'], identityRefs: [{kind: ServiceAccount, name: a}]}"));

    assertThat(policy.targetRef().isTo("", "Server", "", "")).isTrue();
    assertThat(policy.requiredAuthenticationRefs().get(0).name()).hasToString("clients");
    assertThat(values(clients.identities())).containsExactly("*");
    assertThat(clients.identityRefs().get(0).kind()).hasToString("ServiceAccount");
  }

  @Test
  void a_server_authorization_says_who_may_call() {
    ServerAuthorization authorization =
        new ServerAuthorization(
            root(
                """
                spec:
                  server: {selector: {matchLabels: {app: shop}}}
                  client:
                    networks: [{cidr: 10.0.0.0/8, except: [10.1.0.0/16]}]
                    meshTLS: {identities: [a.b], serviceAccounts: [{name: seller}]}
                """));

    assertThat(authorization.serverName()).isNull();
    assertThat(authorization.serverSelector().matchLabels()).hasSize(1);
    ServerClient client = authorization.client();
    assertThat(client.unauthenticated()).isNull();
    assertThat(values(client.networks().get(0).except())).containsExactly("10.1.0.0/16");
    assertThat(values(client.identities())).containsExactly("a.b");
    assertThat(client.serviceAccounts().get(0).name()).hasToString("seller");
  }

  @Test
  void a_service_profile_has_routes_with_nested_conditions() {
    ServiceProfile profile =
        new ServiceProfile(
            root(
                """
                spec:
                  routes:
                  - name: GET /a
                    condition: {all: [{pathRegex: "/a/[^/]*"}, {not: {method: POST}}]}
                    responseClasses: [{isFailure: true, condition: {status: {min: 500, max: 599}}}]
                  retryBudget: {retryRatio: 0.2, minRetriesPerSecond: 10, ttl: 10s}
                """));

    ProfileRoute route = profile.routes().get(0);
    assertThat(route.condition().all().get(0).pathRegex()).hasToString("/a/[^/]*");
    assertThat(route.condition().all().get(1).not().get(0).method()).hasToString("POST");
    assertThat(route.responseClasses().get(0).condition().status().min()).isEqualTo(500);
    assertThat(profile.retryBudget().retryRatio()).hasToString("0.2");
  }

  @Test
  void its_own_http_route_defaults_to_its_own_group() {
    HTTPRoute route =
        new HTTPRoute(
            root(
                "spec: {parentRefs: [{kind: Server, name: web}], rules: [{backendRefs: [{name: a}]}]}"));

    assertThat(
            route
                .parentRefs()
                .get(0)
                .isTo("policy.linkerd.io", "Server", route.defaultParentGroup(), "Gateway"))
        .isTrue();
    assertThat(route.backends()).hasSize(1);
  }

  @Test
  void an_external_workload_has_addresses_and_an_identity_in_both_spellings() {
    assertThat(new ExternalWorkload(root("spec: {meshTls: {identity: a}}")).identity())
        .hasToString("a");
    assertThat(
            values(new ExternalWorkload(root("spec: {workloadIPs: [{ip: 1.2.3.4}]}")).addresses()))
        .containsExactly("1.2.3.4");
  }
}
