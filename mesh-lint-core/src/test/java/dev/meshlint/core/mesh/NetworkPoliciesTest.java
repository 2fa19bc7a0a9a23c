package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.PodIsolation.Reach;
import dev.meshlint.core.value.IpAddress;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documentation of Kubernetes and of Cilium says about single policies. */
class NetworkPoliciesTest {
  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: till, namespace: shop, labels: {app: till}}
      spec: {containers: [{name: app, image: till, ports: [{name: http, containerPort: 8080}]}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: cart, namespace: shop, labels: {app: cart}}
      spec: {containers: [{name: app, image: cart}]}
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: desk, labels: {team: front}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: agent, namespace: desk, labels: {app: agent}}
      spec: {containers: [{name: app, image: agent}]}
      ---
      """;

  private static MeshWorkload pod(Mesh mesh, String name) {
    return mesh.workloads().all().stream()
        .filter(workload -> workload.resource().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Reach toTill(String policies, Peer peer, int port) {
    Mesh mesh = Meshes.of(PODS + policies);
    MeshWorkload till = pod(mesh, "till");
    return mesh.networkPolicies().ingress(till).reach(peer, port, till);
  }

  private static Peer peer(String name) {
    Mesh mesh = Meshes.of(PODS);
    return switch (name) {
      case "link-local" ->
          new Peer.Address(Objects.requireNonNull(IpAddress.parse("169.254.7.127")));
      case "API_SERVER", "ANYBODY", "NODE" -> Peer.Special.valueOf(name);
      default -> new Peer.Pods(PodGroup.of(pod(mesh, name)));
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // spec of the NetworkPolicy, peer, port, answer
        "policyTypes: [Egress]                                        | cart | 8080 | ALLOWED",
        "policyTypes: [Ingress]                                       | cart | 8080 | DENIED",
        "ingress: []                                                  | cart | 8080 | DENIED",
        "ingress: [{}]                                                | cart | 8080 | ALLOWED",
        "ingress: [{from: [{podSelector: {}}]}]                       | cart | 8080 | ALLOWED",
        "ingress: [{from: [{podSelector: {}}]}]                       | agent | 8080 | DENIED",
        "ingress: [{from: [{namespaceSelector: {matchLabels: {team: front}}}]}] | agent | 8080 | ALLOWED",
        "ingress: [{from: [{namespaceSelector: {matchLabels: {team: back}}}]}] | agent | 8080 | DENIED",
        "ingress: [{from: [{namespaceSelector: {matchLabels: {team: back}}}]}] | cart | 8080 | NOT_SAID",
        "ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: agent}}}]}] | agent | 8080 | ALLOWED",
        "ingress: [{from: [{podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [cart]}]}}]}] | cart | 8080 | DENIED",
        "ingress: [{ports: [{port: 8080}]}]                           | cart | 8080 | ALLOWED",
        "ingress: [{ports: [{port: 8080}]}]                           | cart | 8081 | DENIED",
        "ingress: [{ports: [{port: 8000, endPort: 9000}]}]            | cart | 8081 | ALLOWED",
        "ingress: [{ports: [{port: 8080, protocol: UDP}]}]            | cart | 8080 | DENIED",
        "ingress: [{ports: [{port: http}]}]                           | cart | 8080 | ALLOWED",
        "ingress: [{ports: [{port: http}]}]                           | cart | 8081 | DENIED",
        "ingress: [{ports: [{port: linkerd-proxy}]}]                  | cart | 4143 | NOT_SAID",
        "ingress: [{ports: [{port: \"${PORT}\"}]}]                      | cart | 8080 | NOT_SAID",
        "ingress: [{from: [{podSelector: {matchLabels: {app: \"${X}\"}}}]}] | cart | 8080 | NOT_SAID",
        "ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]           | cart | 8080 | NOT_SAID",
        "ingress: [{from: [{ipBlock: {cidr: 169.254.0.0/16}}]}]       | link-local | 8080 | ALLOWED",
        "ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.0.0/16]}}]}] | link-local | 8080 | DENIED",
        "ingress: [{from: [{podSelector: {}}]}]                       | API_SERVER | 8080 | DENIED",
        "ingress: [{from: [{namespaceSelector: {}}]}]                 | API_SERVER | 8080 | NOT_SAID",
        "ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]  | ANYBODY | 8080 | DENIED",
        "ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]  | ANYBODY | 80 | ALLOWED",
      })
  void aNetworkPolicy(String spec, String peer, int port, Reach expected) {
    String policy =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: till, namespace: shop}
        spec: {podSelector: {matchLabels: {app: till}}, %s}
        """
            .formatted(spec);

    assertThat(toTill(policy, peer(peer), port)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // spec of the CiliumNetworkPolicy, peer, port, answer
        "egress: [{}]                                                 | cart | 8080 | ALLOWED",
        "ingress: [{}]                                                | cart | 8080 | DENIED",
        "ingress: []                                                  | cart | 8080 | ALLOWED",
        "ingress: [{}], enableDefaultDeny: {ingress: false}           | cart | 8080 | ALLOWED",
        "ingress: [{fromEndpoints: [{}]}]                             | cart | 8080 | ALLOWED",
        "ingress: [{fromEndpoints: [{}]}]                             | agent | 8080 | DENIED",
        "ingress: [{fromEndpoints: [{matchLabels: {'k8s:io.kubernetes.pod.namespace': desk}}]}] | agent | 8080 | ALLOWED",
        "ingress: [{fromEndpoints: [{matchLabels: {io.cilium.k8s.namespace.labels.team: front}}]}] | agent | 8080 | ALLOWED",
        "ingress: [{fromEndpoints: [{matchLabels: {io.cilium.k8s.policy.serviceaccount: cart}}]}] | cart | 8080 | NOT_SAID",
        "ingress: [{fromEndpoints: []}]                               | cart | 8080 | DENIED",
        "ingress: [{fromEntities: [cluster]}]                         | agent | 8080 | ALLOWED",
        "ingress: [{fromEntities: [world]}]                           | agent | 8080 | DENIED",
        "ingress: [{fromEntities: [world]}]                           | link-local | 8080 | ALLOWED",
        "ingress: [{fromEntities: [cluster]}]                         | link-local | 8080 | DENIED",
        "ingress: [{fromCIDR: [169.254.7.127/32]}]                    | link-local | 8080 | ALLOWED",
        "ingress: [{fromCIDRSet: [{cidr: 0.0.0.0/0, except: [169.254.0.0/16]}]}] | link-local | 8080 | DENIED",
        "ingress: [{fromCIDRSet: [{cidrGroupRef: probes}]}]           | link-local | 8080 | NOT_SAID",
        "ingress: [{fromCIDR: [0.0.0.0/0]}]                           | cart | 8080 | DENIED",
        "ingress: [{fromEntities: [host]}]                            | NODE | 8080 | ALLOWED",
        "ingress: [{fromEntities: [remote-node]}]                     | API_SERVER | 8080 | ALLOWED",
        "ingress: [{fromEntities: [world]}]                           | API_SERVER | 8080 | NOT_SAID",
        "ingress: [{toPorts: [{ports: [{port: \"8080\"}]}]}]            | cart | 8080 | ALLOWED",
        "ingress: [{toPorts: [{ports: [{port: \"0\", protocol: UDP}]}]}] | cart | 8080 | DENIED",
        "ingress: [{toPorts: [{ports: [{port: \"0\"}]}]}]               | cart | 8080 | ALLOWED",
        "ingress: [{icmps: [{fields: [{type: 8}]}]}]                  | cart | 8080 | DENIED",
        "ingress: [{fromEndpoints: [{}]}], ingressDeny: [{fromEndpoints: [{matchLabels: {app: cart}}]}] | cart | 8080 | DENIED",
        "ingressDeny: [{fromEntities: [all]}], enableDefaultDeny: {ingress: false} | ANYBODY | 8080 | DENIED",
        "ingress: [{fromEndpoints: [{}]}], ingressDeny: [{fromEntities: [world]}] | ANYBODY | 8080 | NOT_SAID",
      })
  void aPolicyOfCilium(String spec, String peer, int port, Reach expected) {
    String policy =
        """
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata: {name: till, namespace: shop}
        spec: {endpointSelector: {matchLabels: {app: till}}, %s}
        """
            .formatted(spec);

    assertThat(toTill(policy, peer(peer), port)).isEqualTo(expected);
  }

  @Test
  void policiesOfAllKindsAllowTogether() {
    String isolating =
        """
        apiVersion: cilium.io/v2
        kind: CiliumClusterwideNetworkPolicy
        metadata: {name: baseline}
        spec: {endpointSelector: {}, ingress: [{}]}
        ---
        """;
    String allowing =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: till, namespace: shop}
        spec: {podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: cart}}}]}]}
        """;

    assertThat(toTill(isolating, peer("cart"), 8080)).isEqualTo(Reach.DENIED);
    assertThat(toTill(isolating + allowing, peer("cart"), 8080)).isEqualTo(Reach.ALLOWED);
    assertThat(toTill(isolating + allowing, peer("agent"), 8080)).isEqualTo(Reach.DENIED);
  }

  @Test
  void nothingIsSaidWherePoliciesMayBelongToAnotherNamespaceOrToAnotherKind() {
    String denying =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: till, namespace: shop}
        spec: {podSelector: {}}
        ---
        """;
    String unnamed =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: other}
        spec: {podSelector: {matchLabels: {app: %s}}, ingress: [{}]}
        """;
    String other =
        """
        apiVersion: projectcalico.org/v3
        kind: GlobalNetworkPolicy
        metadata: {name: other}
        """;

    assertThat(toTill(denying + unnamed.formatted("cart"), peer("cart"), 80))
        .isEqualTo(Reach.DENIED);
    assertThat(toTill(denying + unnamed.formatted("till"), peer("cart"), 80))
        .isEqualTo(Reach.NOT_SAID);
    assertThat(toTill(denying + other, peer("cart"), 80)).isEqualTo(Reach.NOT_SAID);
  }

  @Test
  void podsThatAreNotInViewAreKnownByTheLabelsThatTheyCertainlyCarry() {
    String policy =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: till, namespace: shop}
        spec: {podSelector: {matchLabels: {%s}}}
        """;
    PodGroup tills = new PodGroup(NamespaceRef.named("shop"), Map.of("app", "till"), false);

    Mesh certain = Meshes.of(policy.formatted("app: till"));
    Mesh perhaps = Meshes.of(policy.formatted("tier: front"));
    Mesh never = Meshes.of(policy.formatted("app: cart"));

    Peer anybody = Peer.Special.ANYBODY;
    assertThat(certain.networkPolicies().ingress(tills).reach(anybody, 80, null))
        .isEqualTo(Reach.DENIED);
    assertThat(perhaps.networkPolicies().ingress(tills).reach(anybody, 80, null))
        .isEqualTo(Reach.NOT_SAID);
    assertThat(never.networkPolicies().ingress(tills).reach(anybody, 80, null))
        .isEqualTo(Reach.ALLOWED);
  }
}
