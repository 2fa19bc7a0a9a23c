package dev.meshlint.html.picture;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.Selector;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.model.kubernetes.NetworkPolicyPeer;
import dev.meshlint.core.model.kubernetes.NetworkPolicyRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom NetworkPolicies of Kubernetes let call whom, from either end. */
final class NetworkCallers {
  /** The label that Kubernetes itself puts on every namespace. */
  private static final String NAME = "kubernetes.io/metadata.name";

  private final CallGraph graph;
  private final Mesh mesh;
  private final Map<dev.meshlint.core.value.LabelSelector, List<NamespaceRef>> namespaces =
      new HashMap<>();

  NetworkCallers(CallGraph graph) {
    this.graph = graph;
    this.mesh = graph.mesh();
  }

  void add() {
    for (NetworkPolicy policy : mesh.all(NetworkPolicy.class)) {
      if (policy.podSelector().selectsAll()) {
        continue;
      }
      for (MeshWorkload workload : selected(policy.podSelector(), policy.resource().namespace())) {
        graph.about(workload, policy.resource());
        for (NetworkPolicyRule rule : policy.ingress()) {
          rule.from().forEach(peer -> addCaller(peer, workload));
        }
        for (NetworkPolicyRule rule : policy.egress()) {
          rule.to().forEach(peer -> addCalled(peer, workload));
        }
      }
    }
  }

  private void addCaller(NetworkPolicyPeer peer, MeshWorkload workload) {
    if (peer.podSelector().present()) {
      for (NamespaceRef namespace : namespacesOf(peer)) {
        graph.allow(selected(peer.podSelector(), namespace), workload, peer);
      }
    } else if (peer.namespaceSelector().present()) {
      for (NamespaceRef namespace : namespacesOf(peer)) {
        graph.allow(namespace, workload, peer);
      }
    } else if (peer.cidr() != null) {
      graph.say(workload, "may be called from " + peer.cidr().value());
    }
  }

  private void addCalled(NetworkPolicyPeer peer, MeshWorkload workload) {
    if (peer.podSelector().present() && !peer.podSelector().selectsAll()) {
      for (NamespaceRef namespace : namespacesOf(peer)) {
        for (MeshWorkload called : selected(peer.podSelector(), namespace)) {
          graph.allow(List.of(workload), called, peer);
        }
      }
    } else if (peer.cidr() != null) {
      graph.say(workload, "may call " + peer.cidr().value());
    }
  }

  /** The namespaces that a peer is in: its own, or those whose labels it asks for. */
  private List<NamespaceRef> namespacesOf(NetworkPolicyPeer peer) {
    if (!peer.namespaceSelector().present()) {
      return List.of(peer.resource().namespace());
    }
    dev.meshlint.core.value.@Nullable LabelSelector known = peer.namespaceSelector().known();
    return known == null ? List.of() : namespaces.computeIfAbsent(known, this::matching);
  }

  private List<NamespaceRef> matching(dev.meshlint.core.value.LabelSelector selector) {
    List<NamespaceRef> matching = new ArrayList<>();
    for (String name : mesh.namespaces().names()) {
      NamespaceRef namespace = NamespaceRef.named(name);
      Map<String, String> labels = new HashMap<>(Map.of(NAME, name));
      for (Namespace object : mesh.namespaces().objects(namespace)) {
        labels.putAll(Selector.of(object.metadata().labels()).labels());
      }
      if (selector.matches(labels)) {
        matching.add(namespace);
      }
    }
    return matching;
  }

  private List<MeshWorkload> selected(LabelSelector selector, NamespaceRef namespace) {
    dev.meshlint.core.value.@Nullable LabelSelector known = selector.known();
    List<MeshWorkload> selected = new ArrayList<>();
    if (known != null) {
      for (MeshWorkload workload :
          mesh.workloads().certain(new Selector(known.labels(), false), namespace)) {
        if (known.matches(workload.labels())) {
          selected.add(workload);
        }
      }
    }
    return selected;
  }
}
