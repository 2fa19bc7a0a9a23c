package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import java.util.Set;

/** A policy for nodes that lets no other node in. */
public final class PolicyLocksOutHost extends MeshRule {
  private static final Set<String> NODES =
      Set.of("all", "cluster", "cluster-mesh", "remote-node", "health", "kube-apiserver");

  /** Health checks, tunnels, encryption, the API server, the kubelet and etcd. */
  private static final List<Integer> PORTS =
      List.of(4240, 8472, 6081, 51871, 6443, 10250, 2379, 2380);

  public PolicyLocksOutHost() {
    super("cilium-policy-locks-out-host");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    boolean lets = false;
    Text mode = mesh.cilium().settings().value("policy-cidr-match-mode");
    boolean byAddress = mode != null && mode.value().contains("nodes");
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      lets |= rule.isForNodes() && letsNodesIn(rule, byAddress);
    }
    if (lets) {
      return;
    }
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      if (rule.isForNodes() && !rule.isNamespaced() && rule.deniesByDefault(true)) {
        out.report(
                rule.key("ingress"),
                "no entry lets other nodes in: health checks, tunnels and the API server are cut off from these nodes")
            .help("allow the entities remote-node, health and kube-apiserver");
      }
    }
  }

  /** Peers that are pods or names of the world are no nodes; blocks of addresses are only where the settings say so. */
  private static boolean letsNodesIn(PolicyRule rule, boolean byAddress) {
    if (rule.isOpen("ingress")) {
      return true;
    }
    for (TrafficRule entry : rule.ingress()) {
      if (mayBeNodes(entry, byAddress) && hasPortOfNodes(entry)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeNodes(TrafficRule entry, boolean byAddress) {
    List<String> peers = entry.filledPeerKeys();
    if (peers.isEmpty()) {
      return entry.peerKeys().isEmpty() && (entry.has("toPorts") || entry.has("icmps"));
    }
    for (Text entity : entry.entities()) {
      if (entity.open() || NODES.contains(entity.value())) {
        return true;
      }
    }
    return switch (peers.get(0)) {
      case "fromEntities", "fromEndpoints" -> entry.isOpen(peers.get(0));
      case "fromCIDR", "fromCIDRSet" -> byAddress || entry.isOpen(peers.get(0));
      default -> true;
    };
  }

  private static boolean hasPortOfNodes(TrafficRule entry) {
    boolean all = entry.toPorts().isEmpty() || entry.isOpen("toPorts");
    for (PortRule ports : entry.toPorts()) {
      all |= ports.ports().isEmpty() || ports.isOpen("ports");
      for (PortProtocol port : ports.ports()) {
        Text written = port.port();
        Integer first = written == null ? null : written.integer();
        Integer last = port.integer("endPort");
        if (first == null || first == 0) {
          return true;
        }
        for (int one : PORTS) {
          all |= first == one || (last != null && first <= one && one <= last);
        }
      }
    }
    return all;
  }
}
