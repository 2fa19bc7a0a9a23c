package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.PodIsolation.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random policies of all kinds: the answer is what looking at every policy and entry gives. */
class NetworkPoliciesPropertyTest {
  private static final List<String> NAMESPACES = List.of("shop", "desk");
  private static final List<String> APPS = List.of("cart", "till", "menu");
  private static final List<String> TIERS = List.of("front", "back");

  private enum Kind {
    KUBERNETES,
    CILIUM,
    CLUSTER
  }

  /** A pod; in a selector an empty text asks for nothing. */
  private record Labels(String namespace, String app, String tier) {
    static Labels of(Random random, boolean selector) {
      return new Labels(
          NAMESPACES.get(random.nextInt(2)),
          selector && random.nextBoolean() ? "" : APPS.get(random.nextInt(3)),
          selector && random.nextBoolean() ? "" : TIERS.get(random.nextInt(2)));
    }

    boolean selects(Labels pod, boolean anyNamespace) {
      return (anyNamespace || namespace.equals(pod.namespace))
          && (app.isEmpty() || app.equals(pod.app))
          && (tier.isEmpty() || tier.equals(pod.tier));
    }

    String written() {
      return "{"
          + (app.isEmpty() ? "" : "app: " + app + ", ")
          + (tier.isEmpty() ? "" : "tier: " + tier)
          + "}";
    }

    PodGroup group() {
      return new PodGroup(NamespaceRef.named(namespace), Map.of("app", app, "tier", tier), true);
    }
  }

  /** An entry: its peers are of one namespace, or everybody where there are none; port 0 stands for all. */
  private record Entry(boolean deny, List<Labels> peers, int port) {
    boolean holds(Labels peer, int wanted) {
      boolean named = peers.isEmpty();
      for (Labels one : peers) {
        named |= one.selects(peer, false);
      }
      return named && (port == 0 || port == wanted);
    }

    String written(Kind kind) {
      List<String> parts = new ArrayList<>();
      List<String> selectors = new ArrayList<>();
      for (Labels peer : peers) {
        selectors.add(
            kind == Kind.KUBERNETES
                ? "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}, podSelector: {matchLabels: %s}}"
                    .formatted(peer.namespace, peer.written())
                : "{matchLabels: {io.kubernetes.pod.namespace: %s, %s}"
                    .formatted(peer.namespace, peer.written().substring(1)));
      }
      if (!peers.isEmpty()) {
        parts.add((kind == Kind.KUBERNETES ? "from: " : "fromEndpoints: ") + selectors);
      } else if (kind != Kind.KUBERNETES) {
        parts.add("fromEntities: [all]");
      }
      if (port != 0) {
        parts.add(
            kind == Kind.KUBERNETES
                ? "ports: [{port: " + port + "}]"
                : "toPorts: [{ports: [{port: \"" + port + "\", protocol: TCP}]}]");
      }
      return "{" + String.join(", ", parts) + "}";
    }
  }

  private record Policy(Kind kind, Labels subject, List<Entry> entries) {
    static Policy of(Random random) {
      Kind kind = Kind.values()[random.nextInt(3)];
      List<Entry> entries = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        List<Labels> peers = new ArrayList<>();
        for (int j = random.nextInt(3); j > 0; j--) {
          peers.add(Labels.of(random, true));
        }
        boolean deny = kind != Kind.KUBERNETES && random.nextInt(3) == 0;
        entries.add(new Entry(deny, peers, random.nextInt(3)));
      }
      return new Policy(kind, Labels.of(random, true), entries);
    }

    boolean isFor(Labels pod) {
      return subject.selects(pod, kind == Kind.CLUSTER);
    }

    String written(int number) {
      List<String> allowed = new ArrayList<>();
      List<String> denied = new ArrayList<>();
      for (Entry entry : entries) {
        (entry.deny ? denied : allowed).add(entry.written(kind));
      }
      if (kind == Kind.KUBERNETES) {
        return """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: policy-%d, namespace: %s}
            spec: {podSelector: {matchLabels: %s}, policyTypes: [Ingress], ingress: %s}
            """
            .formatted(number, subject.namespace, subject.written(), allowed);
      }
      String metadata = "name: policy-" + number;
      return """
          ---
          apiVersion: cilium.io/v2
          kind: %s
          metadata: {%s}
          spec: {endpointSelector: {matchLabels: %s}, ingress: %s, ingressDeny: %s}
          """
          .formatted(
              kind == Kind.CLUSTER ? "CiliumClusterwideNetworkPolicy" : "CiliumNetworkPolicy",
              kind == Kind.CLUSTER ? metadata : metadata + ", namespace: " + subject.namespace,
              subject.written(),
              allowed,
              denied);
    }
  }

  private static Reach naive(List<Policy> policies, Labels pod, Labels peer, int port) {
    boolean isolated = false;
    boolean allowed = false;
    boolean denied = false;
    for (Policy policy : policies) {
      if (policy.isFor(pod)) {
        isolated = true;
        for (Entry entry : policy.entries) {
          allowed |= !entry.deny && entry.holds(peer, port);
          denied |= entry.deny && entry.holds(peer, port);
        }
      }
    }
    return denied || (isolated && !allowed) ? Reach.DENIED : Reach.ALLOWED;
  }

  private static Reach asked(String manifests, Labels pod, Labels peer, int port) {
    return Meshes.of(manifests)
        .networkPolicies()
        .ingress(pod.group())
        .reach(new Peer.Pods(peer.group()), port, null);
  }

  private static String written(List<Policy> policies) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < policies.size(); i++) {
      text.append(policies.get(i).written(i));
    }
    return text.toString();
  }

  @Test
  void saysWhatLookingAtEveryPolicySays() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      List<Policy> policies = new ArrayList<>();
      for (int j = random.nextInt(6); j >= 0; j--) {
        policies.add(Policy.of(random));
      }
      Labels pod = Labels.of(random, false);
      Labels peer = Labels.of(random, false);
      int port = 1 + random.nextInt(2);
      String manifests = written(policies);

      assertThat(asked(manifests, pod, peer, port))
          .as("seed %d: %s from %s, port %d%n%s", seed, pod, peer, port, manifests)
          .isEqualTo(naive(policies, pod, peer, port));
    }
  }

  @Test
  void aPlaceholderMayStandForAnythingAndSoMakesNoAnswerWrong() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      List<Policy> policies = new ArrayList<>();
      for (int j = random.nextInt(4); j >= 0; j--) {
        policies.add(Policy.of(random));
      }
      Labels pod = Labels.of(random, false);
      Labels peer = Labels.of(random, false);
      String hidden = written(policies).replace("app: cart", "app: \"${APP}\"");
      Reach answer = asked(hidden, pod, peer, 1);

      for (String filled : APPS) {
        Reach reach = asked(hidden.replace("${APP}", filled), pod, peer, 1);
        assertThat(answer)
            .as("seed %d: %s from %s%n%s", seed, pod, peer, hidden)
            .isIn(reach, Reach.NOT_SAID);
      }
    }
  }
}
