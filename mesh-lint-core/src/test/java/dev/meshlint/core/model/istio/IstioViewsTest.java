package dev.meshlint.core.model.istio;

import static dev.meshlint.core.model.Manifests.root;
import static dev.meshlint.core.model.Manifests.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import dev.meshlint.core.yaml.YamlScalar;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IstioViewsTest {
  @Test
  void a_virtual_service_collects_the_destinations_of_all_its_branches() {
    VirtualService service =
        new VirtualService(
            root(
                """
                spec:
                  hosts: [shop]
                  http:
                  - route:
                    - destination: {host: a, subset: v1, port: {number: 80}}
                      weight: 90
                    - destination: {host: b}
                    mirror: {host: c}
                    mirrors:
                    - destination: {host: d}
                  - redirect: {uri: /}
                  tls:
                  - route: [{destination: {host: e}}]
                  tcp:
                  - route: [{destination: {host: f}}]
                """));

    assertThat(service.destinations())
        .extracting(use -> use.destination().host() + (use.isMirror() ? " mirror" : ""))
        .containsExactly("a", "b", "c mirror", "d mirror", "e", "f");
    RoutedDestination first = service.destinations().get(0);
    assertThat(first.destination().subset()).hasToString("v1");
    assertThat(first.destination().port()).isEqualTo(80);
    assertThat(first.share()).isNotNull().returns(90, RouteDestination::weight);
    assertThat(service.routes()).hasSize(4);
  }

  @Test
  void a_virtual_service_collects_gateways_and_matches() {
    VirtualService service =
        new VirtualService(
            root(
                """
                spec:
                  gateways: [front, mesh]
                  http:
                  - match:
                    - uri: {prefix: /a}
                      headers: {end-user: {exact: jason}}
                      gateways: [back]
                    - name: all
                  tcp:
                  - match: [{gateways: [side], port: 25}]
                """));

    assertThat(values(service.gatewayReferences()))
        .containsExactly("front", "mesh", "back", "side");
    HttpMatch match = service.httpMatches().get(0);
    assertThat(match.uri().prefix()).hasToString("/a");
    assertThat(match.headers()).extracting(Named::name).containsExactly("end-user");
    assertThat(match.headers().get(0).value().exact()).hasToString("jason");
    assertThat(match.matchesAll()).isFalse();
    assertThat(service.httpMatches().get(1).matchesAll()).isTrue();
    assertThat(service.l4Matches().get(0).port()).isEqualTo(25);
  }

  @Test
  void what_is_absent_chains_without_null_checks() {
    VirtualService service = new VirtualService(root("spec: {http: [{}]}"));
    HttpRoute route = service.http().get(0);

    assertThat(route.fault().abort().percentage()).isNull();
    assertThat(route.mirror().present()).isFalse();
    assertThat(route.corsPolicy().allowOrigins()).isEmpty();
    assertThat(service.destinations()).isEmpty();
    assertThat(service.hosts()).isEmpty();
  }

  @Test
  void a_destination_rule_collects_tls_of_host_subsets_and_ports() {
    DestinationRule rule =
        new DestinationRule(
            root(
                """
                spec:
                  host: shop
                  trafficPolicy:
                    tls: {mode: ISTIO_MUTUAL}
                    portLevelSettings:
                    - port: {number: 443}
                      tls: {mode: SIMPLE}
                  subsets:
                  - name: v1
                    labels: {version: v1}
                    trafficPolicy: {tls: {}}
                  - name: v2
                """));

    assertThat(rule.tls())
        .extracting(ClientTls::mode)
        .containsExactly(ClientTlsMode.ISTIO_MUTUAL, ClientTlsMode.SIMPLE, ClientTlsMode.DISABLE);
    assertThat(rule.trafficPolicy().portLevelSettings().get(0).port()).isEqualTo(443);
    assertThat(rule.subsets()).extracting(Subset::name).map(Text::value).contains("v1", "v2");
    assertThat(rule.selector().present()).isFalse();
  }

  @Test
  void an_enum_gives_what_the_mesh_takes_or_unknown() {
    assertThat(mtls("{}")).isEqualTo(MtlsMode.UNSET);
    assertThat(mtls("{mode: STRICT}")).isEqualTo(MtlsMode.STRICT);
    assertThat(mtls("{mode: strict}")).isEqualTo(MtlsMode.UNKNOWN);
    assertThat(mtls("{mode: ${MODE}}")).isEqualTo(MtlsMode.UNKNOWN);
    assertThat(mtls("[]")).isEqualTo(MtlsMode.UNKNOWN);
    assertThat(mtls("null")).isEqualTo(MtlsMode.UNSET);
  }

  private static MtlsMode mtls(String yaml) {
    return new PeerAuthentication(
            root("spec: {mtls: " + yaml.replace("${MODE}", "'${MODE}'") + "}"))
        .mtls()
        .mode();
  }

  @Test
  void a_peer_authentication_has_settings_by_port() {
    PeerAuthentication policy =
        new PeerAuthentication(
            root(
                """
                spec:
                  selector: {matchLabels: {app: shop}}
                  portLevelMtls: {8080: {mode: DISABLE}, 9090:}
                """));

    assertThat(policy.portLevelMtls())
        .extracting(port -> port.name() + " " + port.value().mode())
        .containsExactly("8080 DISABLE", "9090 UNSET");
    assertThat(policy.selector().labels()).extracting(Named::name).containsExactly("app");
  }

  @Test
  void an_authorization_policy_collects_peers_from_sources_and_conditions() {
    AuthorizationPolicy policy =
        new AuthorizationPolicy(
            root(
                """
                spec:
                  action: DENY
                  targetRefs: [{kind: Service, name: shop}]
                  rules:
                  - from:
                    - source: {principals: [one], namespaces: [shop]}
                    - source: {notPrincipals: [two]}
                    to: [{operation: {methods: [GET]}}]
                    when:
                    - {key: source.principal, values: [three], notValues: [FOUR]}
                    - {key: "request.headers[x]", values: [FIVE]}
                """));

    assertThat(values(policy.principals())).containsExactly("one", "two", "three", "FOUR");
    assertThat(values(policy.namespaces())).containsExactly("shop");
    assertThat(policy.serviceAccounts()).isEmpty();
    assertThat(policy.action()).isEqualTo(AuthorizationAction.DENY);
    assertThat(values(policy.operations().get(0).methods())).containsExactly("GET");
    assertThat(policy.conditions()).hasSize(2);
    assertThat(policy.targetRefs()).extracting(Reference::name).map(Text::value).contains("shop");
    assertThat(policy.selector().selectsAll()).isTrue();
  }

  @Test
  void every_selector_is_found_where_its_kind_writes_it() {
    String labels = "{app: shop}";
    String matchLabels = "{matchLabels: " + labels + "}";

    assertThat(new Gateway(root("spec: {selector: " + labels + "}")).selector().labels())
        .hasSize(1);
    assertThat(
            new Sidecar(root("spec: {workloadSelector: {labels: " + labels + "}}"))
                .selector()
                .labels())
        .hasSize(1);
    assertThat(
            new DestinationRule(root("spec: {workloadSelector: " + matchLabels + "}"))
                .selector()
                .labels())
        .hasSize(1);
    assertThat(new Telemetry(root("spec: {selector: " + matchLabels + "}")).selector().labels())
        .hasSize(1);
    assertThat(new WasmPlugin(root("spec: {selector: '${X}'}")).selector().selectsAll()).isFalse();
  }

  @Test
  void an_outbound_policy_without_mode_is_not_the_default_of_the_mesh() {
    assertThat(new Sidecar(root("spec: {}")).outboundTrafficPolicy().mode())
        .isEqualTo(OutboundMode.ALLOW_ANY);
    assertThat(
            new Sidecar(root("spec: {outboundTrafficPolicy: {}}")).outboundTrafficPolicy().mode())
        .isEqualTo(OutboundMode.REGISTRY_ONLY);
  }

  @Test
  void an_extension_provider_is_a_name_and_one_block() {
    IstioOperator operator =
        new IstioOperator(
            root(
                """
                spec:
                  meshConfig:
                    trustDomain: shop.example
                    extensionProviders:
                    - name: auth
                      envoyExtAuthzHttp: {service: auth.shop.svc.cluster.local, port: 8000}
                    - envoyOtelAls: {}
                      name: log
                """));

    MeshConfig config = operator.meshConfig();
    assertThat(config.trustDomain()).hasToString("shop.example");
    ExtensionProvider auth = config.extensionProviders().get(0);
    assertThat(auth.type()).hasToString("envoyExtAuthzHttp");
    assertThat(auth.service()).hasToString("auth.shop.svc.cluster.local");
    assertThat(auth.port()).isEqualTo(8000);
    assertThat(config.extensionProviders().get(1).type()).hasToString("envoyOtelAls");
  }

  @Test
  void the_mesh_configuration_is_read_inside_its_config_map() {
    ConfigMap map =
        new ConfigMap(
            root(
                """
                metadata: {name: istio-canary}
                data:
                  mesh: |
                    rootNamespace: mesh
                    defaultConfig: {drainDuration: 45s}
                  meshNetworks: |
                    networks: {west: {endpoints: [{fromRegistry: Kubernetes}]}}
                """));

    MeshConfig config = Objects.requireNonNull(MeshConfig.of(map));
    assertThat(config.rootNamespace())
        .isNotNull()
        .hasToString("mesh")
        .extracting(Text::node)
        .returns(4, YamlScalar::line);
    assertThat(config.defaultConfig().drainDuration())
        .isNotNull()
        .returns(Duration.ofSeconds(45), Text::duration);
    assertThat(Objects.requireNonNull(MeshNetworks.of(map)).networks())
        .extracting(Named::name)
        .containsExactly("west");
  }

  @Test
  void other_config_maps_hold_no_mesh_configuration_and_broken_ones_cannot_be_relied_on() {
    assertThat(MeshConfig.of(new ConfigMap(root("metadata: {name: a}\ndata: {mesh: 'a: b'}"))))
        .isNull();
    assertThat(MeshConfig.of(new ConfigMap(root("metadata: {name: istio}\ndata: {a: b}"))))
        .isNull();
    assertThat(
            MeshConfig.of(
                new ConfigMap(root("metadata: {name: istio}\ndata: {mesh: '{{- if .a }}'}"))))
        .isNotNull()
        .returns(true, MeshConfig::open);
  }

  @Test
  void settings_of_a_proxy_are_read_inside_an_annotation() {
    Metadata metadata =
        new Metadata(root("annotations: {proxy.istio.io/config: 'concurrency: 2'}"));

    Text annotation = Objects.requireNonNull(metadata.annotation("proxy.istio.io/config"));

    assertThat(annotation.yaml(ProxySettings::new).concurrency()).isEqualTo(2);
  }

  @Test
  void a_telemetry_collects_its_providers() {
    Telemetry telemetry =
        new Telemetry(
            root(
                """
                spec:
                  tracing: [{providers: [{name: zipkin}], match: {mode: CLIENT}}]
                  accessLogging: [{providers: [{name: otel}], filter: {expression: response.code >= 400}}]
                """));

    assertThat(values(telemetry.providers())).containsExactly("zipkin", "otel");
    assertThat(telemetry.tracing().get(0).mode()).hasToString("CLIENT");
    assertThat(telemetry.accessLogging().get(0).filter()).hasToString("response.code >= 400");
  }

  @Test
  void a_patch_of_envoy_collects_the_types_at_any_depth() {
    EnvoyPatch patch =
        new EnvoyPatch(
            root(
                """
                patch:
                  value:
                    typed_config: {"@type": a, typeUrl: b, value: {deep: [{config: {"@type": c}}]}}
                    filters:
                    - {typed_config: {"@type": d}}
                    - plain
                """));

    assertThat(patch.types()).extracting(Text::value).containsExactlyInAnyOrder("a", "b", "c", "d");
  }
}
