package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CidrRule;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.SelectorKey;
import dev.meshlint.core.model.cilium.TrafficRule;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a policy of Cilium. Nothing at all means nobody, ports alone mean everybody. Blocks of addresses, DNS names and
 * groups of clouds never mean pods (Cilium documentation, "Layer 3 Policies").
 */
public final class CiliumNetworkEntry extends NetworkEntry {
  private static final List<String> EVERYBODY = List.of("all");
  private static final List<String> PODS = List.of("all", "cluster", "cluster-mesh");
  private static final List<String> NODES =
      List.of("all", "cluster", "cluster-mesh", "host", "remote-node", "kube-apiserver");
  private static final List<String> PROXY = List.of("all", "cluster", "cluster-mesh", "ingress");
  private static final List<String> OUTSIDE = List.of("all", "world", "world-ipv4", "world-ipv6");

  private final TrafficRule rule;
  private final List<String> kinds;

  private CiliumNetworkEntry(
      TrafficRule rule, List<CiliumSelection> pods, NetworkPorts ports, List<String> kinds) {
    super(rule, rule.isDeny(), pods, ports);
    this.rule = rule;
    this.kinds = kinds;
  }

  static CiliumNetworkEntry of(TrafficRule rule) {
    List<CiliumSelection> pods = new ArrayList<>();
    rule.endpoints().forEach(peer -> pods.add(CiliumSelection.peer(peer)));
    NetworkPorts.Builder ports = new NetworkPorts.Builder().addOpen(rule.isOpen("toPorts"));
    if (rule.toPorts().isEmpty() && !rule.isOpen("toPorts") && !rule.has("icmps")) {
      ports.addAll();
    }
    rule.toPorts().forEach(one -> add(one, ports));
    return new CiliumNetworkEntry(rule, pods, ports.build(), rule.peerKeys());
  }

  private static void add(PortRule rule, NetworkPorts.Builder ports) {
    ports.addOpen(rule.isOpen("ports"));
    if (rule.ports().isEmpty() && !rule.isOpen("ports")) {
      ports.addAll();
    }
    for (PortProtocol port : rule.ports()) {
      ports.add(port, "ANY");
    }
  }

  /** The ports of one of the entry's lists. */
  public static NetworkPorts portsOf(PortRule rule) {
    NetworkPorts.Builder ports = new NetworkPorts.Builder();
    add(rule, ports);
    return ports.build();
  }

  @Override
  boolean isForNobody() {
    return kinds.isEmpty() && !isForEverybody();
  }

  /** The entry as written. */
  public TrafficRule rule() {
    return rule;
  }

  @Override
  public boolean isForEveryPod() {
    return super.isForEveryPod() || names(PODS) == Same.YES;
  }

  @Override
  public boolean isForEverybody() {
    return (kinds.isEmpty() && (rule.has("toPorts") || rule.has("icmps")))
        || names(EVERYBODY) == Same.YES;
  }

  @Override
  Same admits(Peer peer, NamespaceLabels namespaces) {
    if (isForEverybody()) {
      return Same.YES;
    }
    Same answer = Same.NO;
    for (String kind : kinds) {
      answer =
          answer.or(
              rule.isOpen(kind)
                  ? Same.MAYBE
                  : rule.isEmptyList(kind)
                      ? Same.NO
                      : admits(kind.substring(kind.charAt(0) == 'f' ? 4 : 2), peer, namespaces));
    }
    return answer;
  }

  private Same admits(String kind, Peer peer, NamespaceLabels namespaces) {
    if (peer == Peer.Special.ANYBODY) {
      return Same.YES;
    }
    if (peer == Peer.Special.CILIUM_PROXY) {
      return kind.equals("Entities")
          ? names(PROXY)
          : maybe(kind.equals("Endpoints") && isReserved());
    }
    switch (kind) {
      case "Endpoints":
        return peer instanceof Peer.Pods known
            ? selects(known.group(), namespaces)
            : maybe(isReserved());
      case "Entities":
        return peer instanceof Peer.Pods
            ? names(PODS)
            : peer instanceof Peer.Address ? names(OUTSIDE) : names(NODES).or(worldOf(peer));
      case "CIDR", "CIDRSet":
        return peer instanceof Peer.Address known
            ? holds(known)
            : maybe(!(peer instanceof Peer.Pods));
      case "Nodes", "FQDNs", "Groups":
        return maybe(!(peer instanceof Peer.Pods));
      default:
        return Same.MAYBE;
    }
  }

  /** Cilium may know the API server of a managed cluster as part of the world only. */
  private Same worldOf(Peer peer) {
    return peer == Peer.Special.API_SERVER && names(OUTSIDE) != Same.NO ? Same.MAYBE : Same.NO;
  }

  private static Same maybe(boolean perhaps) {
    return perhaps ? Same.MAYBE : Same.NO;
  }

  private Same names(List<String> wanted) {
    Same answer = Same.NO;
    for (Text entity : rule.entities()) {
      answer =
          answer.or(
              entity.open() ? Same.MAYBE : wanted.contains(entity.value()) ? Same.YES : Same.NO);
    }
    return answer;
  }

  private boolean isReserved() {
    for (EndpointSelector peer : rule.endpoints()) {
      for (SelectorKey key : peer.keys()) {
        if (key.source().equals("reserved")) {
          return true;
        }
      }
    }
    return false;
  }

  private Same holds(Peer.Address address) {
    Same answer = Same.NO;
    for (Text block : rule.cidr()) {
      answer = answer.or(holds(block.open() ? null : block.value(), address.ip()));
    }
    for (CidrRule block : rule.cidrSet()) {
      Text cidr = block.cidr();
      Same one = holds(cidr == null || cidr.open() ? null : cidr.value(), address.ip());
      for (Text except : block.except()) {
        one = one.and(not(holds(except.open() ? null : except.value(), address.ip())));
      }
      answer = answer.or(one);
    }
    return answer;
  }
}
