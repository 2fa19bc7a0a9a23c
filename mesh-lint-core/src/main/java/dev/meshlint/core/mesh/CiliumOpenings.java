package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.CiliumEntries.Item;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.model.kubernetes.NetworkPolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What policies, those of Kubernetes too, allow without looking into requests. Policies add up: where one allows a peer on a
 * port altogether, rules of another one for its requests narrow nothing (Cilium documentation, "Layer 7 Policies").
 * Immutable.
 */
public final class CiliumOpenings {
  private final CiliumEntries ingress;
  private final CiliumEntries egress;
  private final Nearness nearness;

  CiliumOpenings(Mesh mesh) {
    nearness = mesh.nearness();
    List<Item> incoming = new ArrayList<>();
    List<Item> outgoing = new ArrayList<>();
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
    ingress = new CiliumEntries(incoming);
    egress = new CiliumEntries(outgoing);
  }

  private static void add(
      PolicyRule rule, List<? extends TrafficRule> entries, String key, List<Item> to) {
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
        to.add(Item.of(subject, peers, CiliumPorts.ALL, entry));
      }
      for (PortRule ports : entry.toPorts()) {
        if (isPlain(ports)) {
          to.add(Item.of(subject, peers, new CiliumPorts(ports.ports(), "ANY"), ports));
        }
      }
    }
  }

  private static void add(
      NetworkPolicyRule rule, CiliumSelection subject, boolean ingress, List<Item> to) {
    if (!rule.isOpen("ports")) {
      CiliumPeers peers = CiliumPeers.of(rule, ingress);
      to.add(Item.of(subject, peers, new CiliumPorts(rule.ports(), "TCP"), rule));
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
    if (ports.ports().isEmpty()) {
      return null;
    }
    Item found =
        (entry.isIngress() ? ingress : egress)
            .first(
                CiliumSelection.subject(rule),
                CiliumPeers.of(entry),
                new CiliumPorts(ports.ports(), "ANY"),
                item -> meet(item.entry().resource(), rule.resource()));
    return found == null ? null : found.entry();
  }

  /**
   * What lets everybody do what the entries of a rule let some peers do, so that they narrow nothing; null where they have
   * a point: something else is denied by them, or one of them is not taken in by anything in view.
   */
  public @Nullable View opening(PolicyRule rule, boolean isIngress) {
    String direction = isIngress ? "ingress" : "egress";
    List<? extends TrafficRule> entries = isIngress ? rule.ingress() : rule.egress();
    if (rule.isForNodes() || rule.has(direction + "Deny") || isVisibilityOnly(rule, direction)) {
      return null;
    }
    CiliumSelection subject = CiliumSelection.subject(rule);
    View found = null;
    for (TrafficRule entry : entries) {
      boolean narrow = !entry.filledPeerKeys().isEmpty() && !CiliumPeers.of(entry).everybody();
      if (!narrow || entry.has("icmps") || entry.isOpen("toPorts")) {
        return null;
      }
      List<CiliumPorts> all = new ArrayList<>();
      for (PortRule ports : entry.toPorts()) {
        if (!isPlain(ports)) {
          return null;
        }
        all.add(new CiliumPorts(ports.ports(), "ANY"));
      }
      found = forEverybody(subject, isIngress, all, rule.resource(), any -> true);
      if (found == null) {
        return null;
      }
    }
    return found;
  }

  /** What of Cilium's lets everybody do what the rules of a NetworkPolicy let some peers do; null where they have a point. */
  public @Nullable View opening(NetworkPolicy policy, boolean isIngress) {
    CiliumSelection subject = CiliumSelection.subject(policy);
    View found = null;
    for (NetworkPolicyRule rule : isIngress ? policy.ingress() : policy.egress()) {
      if (rule.isOpen("ports") || (isIngress ? rule.from() : rule.to()).isEmpty()) {
        return null;
      }
      List<CiliumPorts> ports = List.of(new CiliumPorts(rule.ports(), "TCP"));
      found =
          forEverybody(
              subject,
              isIngress,
              ports,
              policy.resource(),
              item -> !(item.entry() instanceof NetworkPolicyRule));
      if (found == null) {
        return null;
      }
    }
    return found;
  }

  private @Nullable View forEverybody(
      CiliumSelection subject,
      boolean isIngress,
      List<CiliumPorts> all,
      Resource own,
      Predicate<Item> also) {
    View found = null;
    for (CiliumPorts ports : all.isEmpty() ? List.of(CiliumPorts.ALL) : all) {
      Item item =
          (isIngress ? ingress : egress)
              .first(
                  subject,
                  CiliumPeers.EVERYBODY,
                  ports,
                  one ->
                      also.test(one)
                          && nearness.mayMeet(one.entry().resource(), own)
                          && meet(one.entry().resource(), own));
      if (item == null) {
        return null;
      }
      found = item.entry();
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
}
