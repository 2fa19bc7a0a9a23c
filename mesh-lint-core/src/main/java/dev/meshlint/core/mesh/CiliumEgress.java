package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CiliumEgressGatewayPolicy;
import dev.meshlint.core.model.cilium.EgressClients;
import dev.meshlint.core.model.cilium.EgressGateway;
import dev.meshlint.core.value.Cidr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which policies send the traffic of pods through gateways. Source: Cilium's documentation, "Egress Gateway"; of several
 * policies for one pod the agent takes the one with the narrowest destination. Immutable.
 */
public final class CiliumEgress {
  private final Mesh mesh;

  CiliumEgress(Mesh mesh) {
    this.mesh = mesh;
  }

  /**
   * Two destinations of two policies for the same pods that overlap, with different gateways.
   *
   * @param narrower the one that lies in the other
   * @param wider the other one
   * @param equal whether both are the same range
   */
  public record Overlap(Text narrower, Text wider, boolean equal) {}

  private record Destination(CiliumEgressGatewayPolicy policy, Text text, Cidr range) {}

  /** All overlaps, one for two policies. */
  public List<Overlap> overlaps() {
    Map<String, List<Destination>> byPods = new TreeMap<>();
    for (CiliumEgressGatewayPolicy policy : mesh.sorted(CiliumEgressGatewayPolicy.class)) {
      if (!mesh.nearness().isAlternative(policy.resource()) && !policy.spec().isOpen("selectors")) {
        Set<String> pods = new TreeSet<>();
        policy.selectors().forEach(clients -> pods.addAll(pods(clients)));
        List<Destination> destinations = destinations(policy);
        pods.forEach(
            one -> byPods.computeIfAbsent(one, any -> new ArrayList<>()).addAll(destinations));
      }
    }
    List<Overlap> overlaps = new ArrayList<>();
    Set<Set<String>> seen = new HashSet<>();
    byPods.values().forEach(destinations -> addOverlaps(destinations, seen, overlaps));
    return overlaps;
  }

  /** Names for the pods: the selectors, and the workloads in view that they certainly select. */
  private List<String> pods(EgressClients clients) {
    String pods = CiliumLabels.canonical(clients.podSelector());
    String namespaces = CiliumLabels.canonical(clients.namespaceSelector());
    String nodes = CiliumLabels.canonical(clients.nodeSelector());
    if (pods == null || namespaces == null || nodes == null) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    names.add(pods + namespaces + nodes);
    if (!clients.has("nodeSelector")) {
      NamespaceLabels labels = mesh.networkPolicies().namespaces();
      CiliumSelection.pods(clients, null)
          .selected(mesh.workloads(), labels)
          .forEach(workload -> names.add(workload.resource().id().toString()));
    }
    return names;
  }

  private static List<Destination> destinations(CiliumEgressGatewayPolicy policy) {
    List<Destination> destinations = new ArrayList<>();
    for (Text text : policy.destinationCIDRs()) {
      Cidr range = text.open() ? null : Cidr.parse(text.value());
      if (range != null) {
        destinations.add(new Destination(policy, text, range.canonical()));
      }
    }
    return destinations;
  }

  private static void addOverlaps(
      List<Destination> destinations, Set<Set<String>> seen, List<Overlap> overlaps) {
    destinations.sort(
        Comparator.comparingInt((Destination one) -> one.range().length())
            .thenComparing(one -> one.policy().resource().title()));
    Map<Cidr, Destination> wider = new HashMap<>();
    for (Destination one : destinations) {
      for (int length = one.range().length(); length >= 0; length--) {
        Destination other = wider.get(new Cidr(one.range().address(), length).canonical());
        if (other != null && isConflict(one, other) && seen.add(names(one, other))) {
          overlaps.add(new Overlap(one.text(), other.text(), length == one.range().length()));
        }
      }
      wider.putIfAbsent(one.range(), one);
    }
  }

  private static Set<String> names(Destination one, Destination other) {
    return Set.of(one.policy().resource().name(), other.policy().resource().name());
  }

  private static boolean isConflict(Destination one, Destination other) {
    return one.policy() != other.policy()
        && !isExcluded(one.range(), one.policy())
        && !isExcluded(one.range(), other.policy())
        && !gateways(one.policy()).equals(gateways(other.policy()));
  }

  private static boolean isExcluded(Cidr range, CiliumEgressGatewayPolicy policy) {
    for (Text text : policy.excludedCIDRs()) {
      Cidr excluded = text.open() ? null : Cidr.parse(text.value());
      if (text.open() || (excluded != null && excluded.contains(range))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> gateways(CiliumEgressGatewayPolicy policy) {
    List<EgressGateway> all = new ArrayList<>(policy.egressGateways());
    if (all.isEmpty()) {
      all.add(policy.egressGateway());
    }
    Set<String> gateways = new HashSet<>();
    for (EgressGateway gateway : all) {
      gateways.add(
          CiliumLabels.canonical(gateway.nodeSelector())
              + gateway.egressIP()
              + gateway.interfaceName());
    }
    return gateways;
  }
}
