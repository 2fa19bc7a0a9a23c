package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.NetworkPolicyPeer;
import dev.meshlint.core.model.kubernetes.NetworkPolicyRule;
import dev.meshlint.core.value.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a NetworkPolicy of Kubernetes. No peers or no ports mean all of them. What a block of addresses means for pods
 * and nodes depends on the network: Cilium, for one, never takes them for addresses.
 */
final class KubernetesNetworkEntry extends NetworkEntry {
  private final List<NetworkPolicyPeer> peers;
  private final boolean open;

  private KubernetesNetworkEntry(
      NetworkPolicyRule rule,
      List<NetworkPolicyPeer> peers,
      boolean open,
      List<CiliumSelection> pods,
      NetworkPorts ports) {
    super(rule, false, pods, ports);
    this.peers = peers;
    this.open = open;
  }

  static KubernetesNetworkEntry of(NetworkPolicyRule rule, boolean ingress) {
    List<NetworkPolicyPeer> peers = ingress ? rule.from() : rule.to();
    List<CiliumSelection> pods = new ArrayList<>();
    for (NetworkPolicyPeer peer : peers) {
      if (!peer.has("ipBlock")) {
        pods.add(CiliumSelection.peer(peer));
      }
    }
    NetworkPorts.Builder ports = new NetworkPorts.Builder().addOpen(rule.isOpen("ports"));
    if (rule.ports().isEmpty() && !rule.isOpen("ports")) {
      ports.addAll();
    }
    for (View port : rule.ports()) {
      ports.add(port, "TCP");
    }
    boolean open = rule.isOpen(ingress ? "from" : "to");
    return new KubernetesNetworkEntry(rule, peers, open, pods, ports.build());
  }

  @Override
  public boolean isForEverybody() {
    return peers.isEmpty() && !open;
  }

  @Override
  boolean isForNobody() {
    return false;
  }

  @Override
  Same admits(Peer peer, NamespaceLabels namespaces) {
    if (isForEverybody() || peer == Peer.Special.ANYBODY) {
      return Same.YES;
    }
    Same answer = open ? Same.MAYBE : Same.NO;
    if (peer instanceof Peer.Pods known) {
      answer = answer.or(selects(known.group(), namespaces));
    }
    for (NetworkPolicyPeer one : peers) {
      if (one.has("ipBlock") && peer != Peer.Special.CILIUM_PROXY) {
        answer =
            answer.or(peer instanceof Peer.Address known ? holds(one, known.ip()) : Same.MAYBE);
      } else if (peer == Peer.Special.API_SERVER && one.has("namespaceSelector")) {
        answer = answer.or(Same.MAYBE);
      }
    }
    return answer;
  }

  private static Same holds(NetworkPolicyPeer block, IpAddress address) {
    Text cidr = block.cidr();
    Same answer = holds(cidr == null || cidr.open() ? null : cidr.value(), address);
    for (Text except : block.except()) {
      answer = answer.and(not(holds(except.open() ? null : except.value(), address)));
    }
    return answer;
  }
}
