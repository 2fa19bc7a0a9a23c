package dev.meshlint.core.model.gatewayapi;

import static dev.meshlint.core.model.Manifests.root;
import static dev.meshlint.core.model.Manifests.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.model.Reference;
import org.junit.jupiter.api.Test;

class GatewayApiViewsTest {
  @Test
  void a_gateway_has_listeners_with_certificates_and_allowed_routes() {
    Gateway gateway =
        new Gateway(
            root(
                """
                spec:
                  gatewayClassName: istio
                  listeners:
                  - name: web
                    hostname: "*.shop.example"
                    port: 443
                    protocol: HTTPS
                    tls: {mode: Terminate, certificateRefs: [{name: shop-tls, namespace: certs}]}
                    allowedRoutes:
                      namespaces: {from: Selector, selector: {matchLabels: {shop: "true"}}}
                      kinds: [{kind: HTTPRoute}]
                  allowedListeners: {namespaces: {from: Same}}
                """));

    Listener listener = gateway.listeners().get(0);
    assertThat(listener.port()).isEqualTo(443);
    assertThat(listener.tls().certificateRefs().get(0).namespace()).hasToString("certs");
    assertThat(listener.allowedRoutes().namespaces().from()).hasToString("Selector");
    assertThat(listener.allowedRoutes().namespaces().selector().matchLabels()).hasSize(1);
    assertThat(gateway.allowedListeners().from()).hasToString("Same");
    assertThat(gateway.infrastructure().parametersRef().present()).isFalse();
  }

  @Test
  void a_route_collects_every_backend() {
    HTTPRoute route =
        new HTTPRoute(
            root(
                """
                spec:
                  parentRefs: [{name: front, sectionName: web}, {group: "", kind: Service, name: shop, port: 80}]
                  hostnames: [shop.example]
                  rules:
                  - matches: [{path: {value: /a}, headers: [{name: x, value: "1"}]}]
                    filters: [{type: RequestMirror, requestMirror: {backendRef: {name: copy}}}]
                    backendRefs:
                    - name: one
                      port: 80
                      weight: 3
                      filters: [{type: ExternalAuth, externalAuth: {backendRef: {name: guard}}}]
                    - name: two
                """));

    assertThat(route.backends())
        .extracting(use -> use.role() + " " + use.backend().name())
        .containsExactly("BACKEND one", "AUTHORIZATION guard", "BACKEND two", "MIRROR copy");
    assertThat(route.backends().get(0).backend().weight()).isEqualTo(3);
    assertThat(values(route.hostnames())).containsExactly("shop.example");
    Reference service = route.parentRefs().get(1);
    assertThat(service.isTo("", "Service", route.defaultParentGroup(), "Gateway")).isTrue();
    assertThat(service.port()).isEqualTo(80);
    HttpRouteMatch match = route.rules().get(0).matches().get(0);
    assertThat(match.path().value()).hasToString("/a");
    assertThat(match.headers().get(0).name()).hasToString("x");
  }

  @Test
  void a_rule_of_the_wrong_type_is_left_out_and_known_to_be_open() {
    TCPRoute route =
        new TCPRoute(root("spec: {rules: [here, {backendRefs: [{name: a}]}, '${RULE}']}"));

    assertThat(route.rules()).hasSize(1);
    assertThat(route.spec().isOpen("rules")).isTrue();
    assertThat(route.parentRefs()).isEmpty();
  }

  @Test
  void a_grant_says_who_may_refer_to_what() {
    ReferenceGrant grant =
        new ReferenceGrant(
            root(
                """
                spec:
                  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}]
                  to: [{group: "", kind: Service}]
                """));

    assertThat(grant.from().get(0).namespace()).hasToString("shop");
    assertThat(grant.to().get(0).kind()).hasToString("Service");
    assertThat(grant.to().get(0).name()).isNull();
  }
}
