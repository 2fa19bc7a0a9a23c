package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.model.kubernetes.NetworkPolicyRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policies, those of Kubernetes too, allow without looking into requests. Policies add up: where one allows a peer on a
 * port altogether, rules of another one for its requests narrow nothing (Cilium documentation, "Layer 7 Policies").
 * Immutable.
 */
public final class CiliumOpenings {
  private final CiliumSubjects<Opening> ingress;
  private final CiliumSubjects<Opening> egress;
  private final Nearness nearness;

  /** An entry that allows, or the part of it that has these ports. */
  private record Opening(
      CiliumSelection subject, CiliumPeers peers, View entry, CiliumPorts ports) {}

  CiliumOpenings(Mesh mesh) {
    nearness = mesh.nearness();
    List<Opening> incoming = new ArrayList<>();
    List<Opening> outgoing = new ArrayList<>();
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      if (!rule.isForNodes()) {
        add(rule, rule.ingress(), "ingress", incoming);
        add(rule, rule.egress(), "egress", outgoing);
      }
    }
    for (NetworkPolicy policy : mesh.all(NetworkPolicy.class)) {
      CiliumSelection subject = CiliumSelection.subject(policy);
      policy.ingress().forEach(rule -> add(rule, subject, true, incoming));
      policy.egress().forEach(rule -> add(rule, subject, false, outgoing));
    }
    ingress = new CiliumSubjects<>(incoming, Opening::subject);
    egress = new CiliumSubjects<>(outgoing, Opening::subject);
  }

  private static void add(
      PolicyRule rule, List<? extends TrafficRule> entries, String key, List<Opening> to) {
    if (isVisibilityOnly(rule, key)) {
      return;
    }
    CiliumSelection subject = CiliumSelection.subject(rule);
    for (TrafficRule entry : entries) {
      CiliumPeers peers = CiliumPeers.of(entry);
      if (entry.has("icmps") || entry.isOpen("toPorts")) {
        continue;
      }
      if (entry.toPorts().isEmpty()) {
        to.add(new Opening(subject, peers, entry, new CiliumPorts(List.of(), "ANY")));
      }
      for (PortRule ports : entry.toPorts()) {
        if (isPlain(ports)) {
          to.add(new Opening(subject, peers, ports, new CiliumPorts(ports.ports(), "ANY")));
        }
      }
    }
  }

  private static void add(
      NetworkPolicyRule rule, CiliumSelection subject, boolean ingress, List<Opening> to) {
    if (!rule.isOpen("ports")) {
      CiliumPeers peers = CiliumPeers.of(rule, ingress);
      to.add(new Opening(subject, peers, rule, new CiliumPorts(rule.ports(), "TCP")));
    }
  }

  /** Whether a rule denies nothing by default, so that it is there to see requests, not to narrow them. */
  private static boolean isVisibilityOnly(PolicyRule rule, String direction) {
    return rule.enableDefaultDeny().has(direction) && !rule.enableDefaultDeny().isTrue(direction);
  }

  private static boolean isPlain(PortRule ports) {
    return !ports.isOpen("ports")
        && !ports.has("listener")
        && !ports.has("serverNames")
        && !ports.has("terminatingTLS")
        && !ports.isOpen("rules")
        && (!ports.has("rules") || ports.rules().isEmpty());
  }

  /** What allows everything that rules for requests narrow; null where nothing in view does. */
  public @Nullable View voiding(PolicyRule rule, TrafficRule entry, PortRule ports) {
    if (isVisibilityOnly(rule, entry.isIngress() ? "ingress" : "egress")) {
      return null;
    }
    CiliumSelection subject = CiliumSelection.subject(rule);
    CiliumPeers peers = CiliumPeers.of(entry);
    View found = null;
    for (Opening opening : (entry.isIngress() ? ingress : egress).overlapping(subject)) {
      if (opening.subject().covers(subject)
          && opening.peers().cover(peers)
          && opening.ports().hold(ports.ports())
          && !ports.ports().isEmpty()
          && meet(opening.entry().resource(), rule.resource())
          && (found == null || isBefore(opening.entry(), found))) {
        found = opening.entry();
      }
    }
    return found;
  }

  /**
   * Whether both are in one cluster. Collections of examples hold many policies that are never applied at once; those of one
   * named namespace are.
   */
  boolean meet(Resource one, Resource other) {
    return one == other
        || nearness.appliedTogether(one, other)
        || (nearness.mayMeet(one, other) && isOfNamespace(one) && isOfNamespace(other));
  }

  private static boolean isOfNamespace(Resource policy) {
    return policy.scope() == Resource.Scope.NAMESPACED && policy.namespace().isNamed();
  }

  /** Whether one place comes first, by titles, so that the order of the files does not matter. */
  static boolean isBefore(View one, View other) {
    int order = one.resource().title().compareTo(other.resource().title());
    return order < 0 || (order == 0 && one.node().start() < other.node().start());
  }
}
