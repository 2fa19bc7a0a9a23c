package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CidrRule;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.FqdnSelector;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicyPeer;
import dev.meshlint.core.model.kubernetes.NetworkPolicyRule;
import dev.meshlint.core.value.Cidr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom an entry of a policy is about, to tell whether another one is about all of them too. What is not known for certain
 * covers nothing and is covered by nothing but everybody.
 *
 * @param everybody whether it is about everybody
 * @param pods selections of pods
 * @param entities names of peers, such as {@code world}
 * @param ranges ranges of addresses
 * @param names names of hosts
 * @param other whether it is about others besides
 */
record CiliumPeers(
    boolean everybody,
    List<CiliumSelection> pods,
    Set<String> entities,
    List<Cidr> ranges,
    Set<String> names,
    boolean other) {
  /** Everybody. */
  static final CiliumPeers EVERYBODY =
      new CiliumPeers(true, List.of(), Set.of(), List.of(), Set.of(), false);

  static CiliumPeers of(TrafficRule entry) {
    List<CiliumSelection> pods = new ArrayList<>();
    entry.endpoints().forEach(peer -> pods.add(CiliumSelection.peer(peer)));
    Set<String> entities = new HashSet<>();
    entry.entities().forEach(entity -> entities.add(entity.value()));
    List<Cidr> ranges = new ArrayList<>();
    boolean other = false;
    for (Text text : entry.cidr()) {
      other |= !add(text, ranges);
    }
    for (CidrRule rule : entry.cidrSet()) {
      other |= rule.has("except") || !add(rule.cidr(), ranges);
    }
    Set<String> names = new HashSet<>();
    if (entry instanceof EgressRule egress) {
      for (FqdnSelector name : egress.toFQDNs()) {
        names.add(name.matchName() + " " + name.matchPattern());
      }
      other |= !egress.toServices().isEmpty();
    }
    for (String key : entry.peerKeys()) {
      other |= entry.isOpen(key);
    }
    other |= !entry.nodes().isEmpty() || !entry.groups().isEmpty();
    boolean ports = entry.has("toPorts") || entry.has("icmps");
    boolean everybody = (entry.peerKeys().isEmpty() && ports) || entities.contains("all");
    return new CiliumPeers(everybody, pods, entities, ranges, names, other);
  }

  static CiliumPeers of(NetworkPolicyRule rule, boolean ingress) {
    List<CiliumSelection> pods = new ArrayList<>();
    List<NetworkPolicyPeer> peers = ingress ? rule.from() : rule.to();
    for (NetworkPolicyPeer peer : peers) {
      if (!peer.has("ipBlock")) {
        pods.add(CiliumSelection.peer(peer));
      }
    }
    boolean open = rule.isOpen(ingress ? "from" : "to");
    return new CiliumPeers(peers.isEmpty() && !open, pods, Set.of(), List.of(), Set.of(), open);
  }

  /** The same text for entries about the same peers; null where they are not known. */
  static @Nullable String canonical(TrafficRule entry) {
    CiliumPeers peers = of(entry);
    if (peers.other) {
      return null;
    }
    Set<String> pods = new TreeSet<>();
    for (CiliumSelection selection : peers.pods) {
      if (selection.open()) {
        return null;
      }
      pods.add(selection.canonical());
    }
    return peers.everybody
        + " "
        + pods
        + new TreeSet<>(peers.entities)
        + peers.ranges
        + new TreeSet<>(peers.names);
  }

  private static boolean add(@Nullable Text text, List<Cidr> ranges) {
    Cidr range = text == null || text.open() ? null : Cidr.parseOrAddress(text.value());
    return range != null && ranges.add(range);
  }

  /** Whether these are certainly all of the others too. */
  boolean cover(CiliumPeers others) {
    if (everybody) {
      return true;
    }
    boolean nobody =
        others.pods.isEmpty()
            && others.entities.isEmpty()
            && others.ranges.isEmpty()
            && others.names.isEmpty();
    if (others.everybody || others.other || nobody) {
      return false;
    }
    boolean world = entities.contains("world");
    boolean cluster = entities.contains("cluster");
    return entities.containsAll(others.entities)
        && (world || names.containsAll(others.names))
        && (cluster || others.pods.stream().allMatch(this::coversPods))
        && (world || others.ranges.stream().allMatch(this::coversRange));
  }

  private boolean coversPods(CiliumSelection selection) {
    return pods.stream().anyMatch(own -> own.covers(selection));
  }

  private boolean coversRange(Cidr range) {
    return ranges.stream().anyMatch(own -> own.contains(range));
  }
}
