package dev.meshlint.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the webhooks and agents of the meshes refuse beyond types: one line a rule, the good form beside the wrong one. */
class MeshShapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hosts: [a.b, '*.b']| hosts: [a.b, '*.c']| covers",
        "hosts: ['*']| {gateways: [x/y], hosts: ['*']}| cannot be used inside the mesh",
        "hosts: [a_b]| hosts: [a-b]| \"hosts\" must be a host name",
        "gateways: [a/b/c]| gateways: [a/b]| \"gateways\" must be",
        "exportTo: ['*', a]| exportTo: ['*']| must stand alone",
        "exportTo: [a, a]| exportTo: [a, b]| twice",
        "http: [{}]| http: [{redirect: {uri: /x}}]| leads nowhere",
        "http: [{redirect: {uri: /x}, route: [{destination: {host: b}}]}]| http: [{redirect: {uri: /x}}]| answered by the proxy",
        "http: [{route: [{destination: {host: 10.0.0.1}}]}]| http: [{route: [{destination: {host: b}}]}]| IP address",
        "http: [{timeout: 0s, redirect: {uri: /x}}]| http: [{timeout: 1s, redirect: {uri: /x}}]| shorter than 1ms",
        "http: [{timeout: 5, redirect: {uri: /x}}]| http: [{timeout: 5s, redirect: {uri: /x}}]| 5 without quotes is a whole number",
        "http: [{match: [{uri: {regex: '(?=a)'}}], redirect: {uri: /x}}]| http: [{match: [{uri: {regex: '(?i)a'}}], redirect: {uri: /x}}]| regular expression",
        "http: [{match: [{uri: {exact: a, prefix: b}}], redirect: {uri: /x}}]| http: [{match: [{uri: {prefix: ''}}], redirect: {uri: /x}}]| exclude each other",
        "http: [{retries: {attempts: 0, perTryTimeout: 1s}, redirect: {uri: /x}}]| http: [{retries: {attempts: 1, perTryTimeout: 1s}, redirect: {uri: /x}}]| \"attempts\" is 0",
        "http: [{retries: {attempts: 1, retryOn: '5xx, reset'}, redirect: {uri: /x}}]| http: [{retries: {attempts: 1, retryOn: '5xx,503'}, redirect: {uri: /x}}]| blanks",
        "http: [{fault: {}, redirect: {uri: /x}}]| http: [{fault: {delay: {fixedDelay: 1s}}, route: [{destination: {host: b}}]}]| needs \"delay\" or \"abort\"",
        "http: [{directResponse: {status: 99}}]| http: [{directResponse: {status: 200}}]| from 200 to 600",
        "http: [{corsPolicy: {allowMethods: [get]}, redirect: {uri: /x}}]| http: [{corsPolicy: {allowMethods: [GET]}, redirect: {uri: /x}}]| \"get\" is not a value",
        "http: [{headers: {response: {add: {a: 100%}}}, route: [{destination: {host: b}}]}]| http: [{headers: {response: {add: {a: 100%%}}}, route: [{destination: {host: b}}]}]| single \"%\"",
        "http: [{route: [{destination: {host: a}, weight: 0}, {destination: {host: b}, weight: 0}]}]| http: [{route: [{destination: {host: a}, weight: 1}, {destination: {host: b}, weight: 0}]}]| add up to 0",
        "tls: [{match: [{sniHosts: [c.d]}], route: [{destination: {host: b}}]}]| tls: [{match: [{sniHosts: [a.b]}], route: [{destination: {host: b}}]}]| not one of the \"hosts\"",
      })
  void virtual_services(String wrong, String right, String message) {
    judge(
        "networking.istio.io/v1",
        "VirtualService",
        "{hosts: [a.b], http: [{redirect: {uri: /x}}]}",
        wrong,
        right,
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "trafficPolicy: {}| trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}| needs at least one of",
        "trafficPolicy: {outlierDetection: {maxEjectionPercent: 101}}| trafficPolicy: {outlierDetection: {maxEjectionPercent: 100}}| from 0 to 100",
        "trafficPolicy: {tls: {mode: MUTUAL}}| trafficPolicy: {tls: {mode: MUTUAL, credentialName: a}}| \"clientCertificate\" is missing",
        "trafficPolicy: {loadBalancer: {consistentHash: {maglev: {tableSize: 100}}}}| trafficPolicy: {loadBalancer: {consistentHash: {maglev: {tableSize: 101}}}}| prime",
        "trafficPolicy: {loadBalancer: {localityLbSetting: {distribute: [{from: a/*, to: {a/x: 60, a/y: 30}}]}}}| trafficPolicy: {loadBalancer: {localityLbSetting: {distribute: [{from: a/*, to: {a/x: 60, a/y: 40}}]}}}| add up to 90",
        "trafficPolicy: {connectionPool: {tcp: {connectTimeout: 1d}}}| trafficPolicy: {connectionPool: {tcp: {idleTimeout: 0s}}}| must be a duration",
        "subsets: [{name: v1, labels: {a: b}}, {name: v1, labels: {a: c}}]| subsets: [{name: v1, labels: {a: b}}, {name: v2, labels: {a: c}}]| used twice",
        "subsets: [{name: v1}]| subsets: [{name: v1, labels: {a: x}}]| the whole service",
        "subsets: [{name: v1, labels: {version: '-'}}]| subsets: [{name: v1, labels: {version: v1}}]| label value",
      })
  void destination_rules(String wrong, String right, String message) {
    judge("networking.istio.io/v1", "DestinationRule", "{host: a}", wrong, right, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rules: [{matches: [{path: {value: a}}]}]| rules: [{matches: [{path: {value: /a}}]}]| does not begin with \"/\"",
        "rules: [{backendRefs: [{name: a}]}]| rules: [{backendRefs: [{name: a, port: 80}]}]| \"port\" is missing",
        "rules: [{filters: [{type: URLRewrite}]}]| rules: [{filters: [{type: URLRewrite, urlRewrite: {hostname: a}}]}]| needs \"urlRewrite\"",
        "rules: [{filters: [{type: RequestRedirect, requestRedirect: {}}], backendRefs: [{name: a, port: 80}]}]| rules: [{filters: [{type: RequestRedirect, requestRedirect: {}}]}]| gets no request",
        "rules: [{timeouts: {request: 1s, backendRequest: 2s}}]| rules: [{timeouts: {request: 0s, backendRequest: 2s}}]| longer than \"request\"",
        "parentRefs: [{name: a}, {name: a}]| parentRefs: [{name: a, sectionName: x}, {name: a, sectionName: z}]| the same object",
        "hostnames: ['http://a.b']| hostnames: ['*.a.b']| must be a host name",
        "rules: [{name: a}, {name: a}]| rules: [{name: a}, {name: b}]| used twice",
      })
  void gateway_routes(String wrong, String right, String message) {
    judge("gateway.networking.k8s.io/v1", "HTTPRoute", "{}", wrong, right, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ingress: [{icmps: [{fields: [{type: 8}]}], toPorts: [{ports: [{port: '1'}]}]}]| ingress: [{icmps: [{fields: [{type: 8}]}]}]| exclude each other",
        "ingress: [{toPorts: [{ports: [{port: 80}]}]}]| ingress: [{toPorts: [{ports: [{port: '80'}]}]}]| 80 without quotes",
        "ingress: [{toPorts: [{ports: [{port: 80-90}]}]}]| ingress: [{toPorts: [{ports: [{port: '80', endPort: 90}]}]}]| written with \"endPort\"",
        "ingress: [{toPorts: [{ports: [{port: '80', protocol: HTTP}]}]}]| ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}]}]}]| not a value of \"protocol\"",
        "ingress: [{fromCIDR: [10.0.0.1]}]| ingress: [{fromCIDR: [10.0.0.1/32]}]| must be a range",
        "ingress: [{fromCIDRSet: [{cidr: 10.0.0.0/8, except: [11.0.0.0/16]}]}]| ingress: [{fromCIDRSet: [{cidr: 10.0.0.0/8, except: [10.1.0.0/16]}]}]| does not lie in",
        "egress: [{toFQDNs: [{matchName: '*.a.b'}]}]| egress: [{toFQDNs: [{matchPattern: '*.a.b'}]}]| allowed in \"matchPattern\" only",
        "ingress: [{fromEntities: [internet]}]| ingress: [{fromEntities: [world]}]| not a value",
        "ingress: [{fromEndpoints: [{app: a}]}]| ingress: [{fromEndpoints: [{matchLabels: {app: a}}]}]| an empty selector selects everything",
        "ingress: [{toPorts: [{ports: [{port: '80'}], rules: {http: [{path: 'a++'}]}}]}]| ingress: [{toPorts: [{ports: [{port: '80'}], rules: {http: [{path: 'a+'}]}}]}]| regular expression",
      })
  void cilium_policies(String wrong, String right, String message) {
    judge(
        "cilium.io/v2",
        "CiliumNetworkPolicy",
        "{endpointSelector: {}, ingress: [{}]}",
        wrong,
        right,
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "port: 0| port: http| port from 1 to 65535",
        "proxyProtocol: http| proxyProtocol: HTTP/1| not a value",
        "accessPolicy: all| accessPolicy: audit| not a value",
        "podSelector: {matchExpressions: [{key: a, operator: In}]}| podSelector: {matchExpressions: [{key: a, operator: In, values: [b]}]}| \"values\" is missing",
      })
  void linkerd_servers(String wrong, String right, String message) {
    judge(
        "policy.linkerd.io/v1beta3",
        "Server",
        "{podSelector: {}, port: 80}",
        wrong,
        right,
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hub: 'bad hub'| hub: registry.example.com:5000/istio_x| \"hub\" must be",
        "tag: 'a b'| tag: 1.30.2-distroless| \"tag\" must be",
        "components: {ingressGateways: [{name: Front_Door}]}| components: {ingressGateways: [{name: front.door}]}| \"name\" must be",
        "components: {egressGateways: [{k8s: {service: {ports: [{port: 80, targetPort: 443}]}}}]}| {components: {egressGateways: [{k8s: {service: {ports: [{port: 80, targetPort: 443}]}}}]}, values: {gateways: {istio-egressgateway: {runAsRoot: true}}}}| only as root",
        "meshConfig: {proxyListenPort: eight}| meshConfig: {proxyListenPort: '15001'}| must be a whole number",
        "meshConfig: {enableTracing: 'true'}| meshConfig: {enableTracing: true}| must be true or false",
        "meshConfig: {zoneAwareLbSetting: {failover: [{from: a/b, to: c}]}}| meshConfig: {zoneAwareLbSetting: {failover: [{from: a, to: c}]}}| more than a region",
        "meshConfig: {zoneAwareLbSetting: {minClusterSize: 0}}| meshConfig: {zoneAwareLbSetting: {minClusterSize: 1}}| must be at least 1",
        "meshConfig: {localityLbSetting: {failover: [{from: a, to: a}]}}| meshConfig: {localityLbSetting: {failover: [{from: a, to: b}]}}| cannot fail over to itself",
        "meshConfig: {localityLbSetting: {failover: [{from: a, to: b}], failoverPriority: [topology.kubernetes.io/zone]}}| meshConfig: {localityLbSetting: {failover: [{from: a, to: b}], failoverPriority: [version]}}| which \"failover\" decides",
        "meshConfig: {defaultTrafficPolicy: {connectionPool: {}}}| meshConfig: {defaultTrafficPolicy: {connectionPool: {tcp: {maxConnections: 5}}}}| needs at least one of",
        "meshConfig: {defaultTrafficPolicy: {connectionPool: {http: {h2UpgradePolicy: UPGRADE, useClientProtocol: true}}}}| meshConfig: {defaultTrafficPolicy: {connectionPool: {http: {h2UpgradePolicy: UPGRADE, useClientProtocol: false}}}}| exclude each other",
        "meshConfig: {defaultTrafficPolicy: {outlierDetection: {consecutiveLocalOriginFailures: 3}}}| meshConfig: {defaultTrafficPolicy: {outlierDetection: {consecutiveLocalOriginFailures: 3, splitExternalLocalOriginErrors: true}}}| needs \"splitExternalLocalOriginErrors: true\"",
        "meshConfig: {defaultConfig: {tracing: {tlsSettings: {mode: MUTUAL}}}}| meshConfig: {defaultConfig: {tracing: {zipkin: {address: '$(HOST_IP):9411'}, tlsSettings: {mode: SIMPLE}}}}| \"clientCertificate\" is missing",
        "meshConfig: {tlsDefaults: {ecdhCurves: [P-100]}}| meshConfig: {tlsDefaults: {ecdhCurves: [P-256]}}| does not know the curve",
      })
  void installations(String wrong, String right, String message) {
    judge("install.istio.io/v1alpha1", "IstioOperator", "{}", wrong, right, message);
  }

  @Test
  void settings_of_a_proxy_stand_in_an_annotation_of_the_pod() {
    String pod =
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: till, annotations: {proxy.istio.io/config: "drainDuration: never"}}
        spec:
          schedule: 0 4 * * *
          jobTemplate:
            spec:
              template:
                metadata:
                  annotations:
                    proxy.istio.io/config: |
                      concurrency: "2"
                      discoveryAdress: istiod:15012
                      drainDuration: 500ms
                      holdApplicationUntilProxyStarts: "true"
                spec: {restartPolicy: Never, containers: [{name: app, image: till}]}
        """;

    assertThat(Shapes.lines(pod))
        .containsExactly(
            "13 schema-unknown-field \"discoveryAdress\" is not a field of ProxyConfig: it has no effect",
            "14 schema-invalid-value \"drainDuration\" must be a duration of whole seconds, not"
                + " \"500ms\": it is not a whole number of seconds",
            "15 schema-wrong-type \"holdApplicationUntilProxyStarts\" must be true or false, not text");
  }

  private static void judge(
      String apiVersion, String kind, String base, String wrong, String right, String message) {
    List<String> found = lines(apiVersion, kind, base, wrong);

    assertThat(found).as(wrong).anySatisfy(line -> assertThat(line).contains(message));
    assertThat(lines(apiVersion, kind, base, right)).as(right).isEmpty();
  }

  /** The base with some fields replaced: YAML merge keys let what is written win. */
  private static List<String> lines(String apiVersion, String kind, String base, String change) {
    String fields = change.startsWith("{") ? change.substring(1, change.length() - 1) : change;
    return Shapes.lines(
        "apiVersion: "
            + apiVersion
            + "\nkind: "
            + kind
            + "\nmetadata: {name: x}\nspec: {"
            + fields
            + ", <<: "
            + base
            + "}\n");
  }

  @Test
  void a_field_of_a_later_release_is_dropped_by_an_older_one() {
    String policy =
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: till}
        spec:
          rules:
            - from: [{source: {serviceAccounts: [till]}}]
        """;
    String route =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: shop}
        spec:
          rules:
            - timeouts: {request: 5s}
        """;

    assertThat(Shapes.check(policy, new SchemaContext(Map.of("istio", "1.24"))))
        .extracting(SchemaProblem::message)
        .containsExactly("\"serviceAccounts\" exists since istio 1.25: release 1.24 drops it");
    assertThat(Shapes.check(policy, new SchemaContext(Map.of("istio", "1.25")))).isEmpty();
    assertThat(Shapes.check(route, new SchemaContext(Map.of("gateway-api", "0.8"))))
        .extracting(SchemaProblem::message)
        .containsExactly("\"timeouts\" exists since gateway-api 1.0: release 0.8 drops it");
    assertThat(Shapes.lines(route)).isEmpty();
  }
}
