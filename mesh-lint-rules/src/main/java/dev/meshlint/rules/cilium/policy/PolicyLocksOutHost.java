package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import java.util.Set;

/** A policy for nodes that lets no other node in. */
public final class PolicyLocksOutHost extends MeshRule {
  private static final Set<String> NODES =
      Set.of("all", "cluster", "cluster-mesh", "remote-node", "health", "kube-apiserver");

  public PolicyLocksOutHost() {
    super("cilium-policy-locks-out-host");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    boolean lets = false;
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      lets |= rule.isForNodes() && letsNodesIn(rule);
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

  private static boolean letsNodesIn(PolicyRule rule) {
    if (rule.isOpen("ingress")) {
      return true;
    }
    for (TrafficRule entry : rule.ingress()) {
      List<String> peers = entry.filledPeerKeys();
      boolean others = entry.has("toPorts") || entry.has("icmps");
      if (peers.isEmpty() ? others : !peers.get(0).equals("fromEntities")) {
        return true;
      }
      for (Text entity : entry.entities()) {
        if (entity.open() || NODES.contains(entity.value())) {
          return true;
        }
      }
    }
    return false;
  }
}
