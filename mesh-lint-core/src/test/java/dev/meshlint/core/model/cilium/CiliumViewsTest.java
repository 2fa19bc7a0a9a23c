package dev.meshlint.core.model.cilium;

import static dev.meshlint.core.model.Manifests.root;
import static dev.meshlint.core.model.Manifests.values;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CiliumViewsTest {
  @Test
  void a_policy_has_the_rules_of_spec_and_specs() {
    CiliumNetworkPolicy policy =
        new CiliumNetworkPolicy(
            root(
                """
                spec: {endpointSelector: {}, ingress: [{}]}
                specs:
                - {endpointSelector: {matchLabels: {"k8s:app": shop}}}
                - here
                """));

    assertThat(policy.rules()).hasSize(2);
    assertThat(policy.rules().get(0).subject().selectsAll()).isTrue();
    assertThat(policy.rules().get(0).ingress().get(0).isEmpty()).isTrue();
    assertThat(policy.isOpen()).isFalse();
    assertThat(new CiliumNetworkPolicy(root("specs: ['${RULE}']")).isOpen()).isTrue();
  }

  @Test
  void traffic_is_read_alike_in_both_directions() {
    PolicyRule rule =
        new PolicyRule(
            root(
                """
                nodeSelector: {}
                ingress: [{fromEntities: [cluster]}]
                ingressDeny: [{fromCIDRSet: [{cidr: 10.0.0.0/8, except: [10.1.0.0/16]}]}]
                egress:
                - toFQDNs: [{matchPattern: "*.example"}]
                  toServices: [{k8sService: {serviceName: a, namespace: b}}]
                egressDeny: [{toCIDR: [1.1.1.1/32]}]
                """));

    assertThat(rule.traffic())
        .extracting(entry -> entry.peerKey("CIDR") + " " + entry.isDeny())
        .containsExactly("fromCIDR false", "fromCIDR true", "toCIDR false", "toCIDR true");
    assertThat(values(rule.ingress().get(0).entities())).containsExactly("cluster");
    assertThat(rule.ingressDeny().get(0).cidrSet().get(0).cidr()).hasToString("10.0.0.0/8");
    assertThat(rule.egress().get(0).toFQDNs().get(0).matchPattern()).hasToString("*.example");
    assertThat(rule.egress().get(0).toServices().get(0).namespace()).hasToString("b");
    assertThat(values(rule.egressDeny().get(0).cidr())).containsExactly("1.1.1.1/32");
    assertThat(rule.subject()).extracting(EndpointSelector::present).isEqualTo(true);
  }

  @Test
  void ports_carry_rules_of_one_protocol() {
    PortRule ports =
        new PortRule(
            root(
                """
                ports: [{port: "80", protocol: TCP}, {port: web, endPort: 90}]
                rules: {http: [{method: GET, path: "/a/(?P<id>.*)", headerMatches: [{name: x}]}]}
                terminatingTLS: {secret: {namespace: a, name: b}}
                """));

    assertThat(ports.ports().get(0).port()).hasToString("80");
    assertThat(ports.ports().get(1).endPort()).isEqualTo(90);
    HttpRule http = ports.rules().http().get(0);
    assertThat(http.path()).isNotNull().returns(false, path -> path.open());
    assertThat(http.headerMatches().get(0).secret().present()).isFalse();
    assertThat(ports.rules().dns()).isEmpty();
    assertThat(ports.terminatingTLS().secret().name()).hasToString("b");
  }

  @Test
  void the_key_of_a_selector_tells_where_a_label_comes_from() {
    EndpointSelector selector =
        new EndpointSelector(
            root(
                """
                matchLabels: {"k8s:app": shop, team: a}
                matchExpressions: [{key: "reserved:host", operator: Exists}]
                """));

    assertThat(selector.keys())
        .extracting(key -> key.source() + " " + key.name())
        .containsExactly("k8s app", "any team", "reserved host");
  }

  @Test
  void other_kinds_have_their_fields() {
    CiliumLocalRedirectPolicy redirect =
        new CiliumLocalRedirectPolicy(
            root(
                """
                spec:
                  redirectFrontend: {serviceMatcher: {serviceName: dns, namespace: a, toPorts: [{port: "53"}]}}
                  redirectBackend: {localEndpointSelector: {matchLabels: {app: dns}}, toPorts: [{port: "5353"}]}
                """));
    CiliumEgressGatewayPolicy gateway =
        new CiliumEgressGatewayPolicy(
            root("spec: {selectors: [{podSelector: {}}], egressGateway: {interface: eth0}}"));

    assertThat(redirect.ip()).isNull();
    assertThat(redirect.serviceName()).hasToString("dns");
    assertThat(redirect.frontendPorts().get(0).port()).hasToString("53");
    assertThat(redirect.backendSelector().matchLabels()).hasSize(1);
    assertThat(gateway.egressGateway().interfaceName()).hasToString("eth0");
    assertThat(gateway.selectors().get(0).podSelector().selectsAll()).isTrue();
  }
}
