package dev.meshlint.core.mesh;

import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What policies of Cilium deny: that wins over what others allow (Cilium documentation, "Deny Policies"). Immutable. */
public final class CiliumDenials {
  private final Mesh mesh;
  private final CiliumSubjects<Denial> ingress;
  private final CiliumSubjects<Denial> egress;

  /** An entry that denies, or the part of it that has these ports. */
  private record Denial(
      CiliumSelection subject, CiliumPeers peers, TrafficRule entry, CiliumPorts ports) {}

  CiliumDenials(Mesh mesh) {
    this.mesh = mesh;
    List<Denial> incoming = new ArrayList<>();
    List<Denial> outgoing = new ArrayList<>();
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      if (!rule.isForNodes()) {
        CiliumSelection subject = CiliumSelection.subject(rule);
        rule.ingressDeny().forEach(entry -> add(entry, subject, incoming));
        rule.egressDeny().forEach(entry -> add(entry, subject, outgoing));
      }
    }
    ingress = new CiliumSubjects<>(incoming, Denial::subject);
    egress = new CiliumSubjects<>(outgoing, Denial::subject);
  }

  private static void add(TrafficRule entry, CiliumSelection subject, List<Denial> to) {
    if (entry.has("icmps") || entry.isOpen("toPorts")) {
      return;
    }
    CiliumPeers peers = CiliumPeers.of(entry);
    if (entry.toPorts().isEmpty()) {
      to.add(new Denial(subject, peers, entry, new CiliumPorts(List.of(), "ANY")));
    }
    for (PortRule ports : entry.toPorts()) {
      if (!ports.isOpen("ports")) {
        to.add(new Denial(subject, peers, entry, new CiliumPorts(ports.ports(), "ANY")));
      }
    }
  }

  /** An entry that denies all that another one allows, with all that it is for; null where none in view does. */
  public @Nullable View of(PolicyRule rule, TrafficRule entry) {
    if (entry.has("icmps") || entry.isOpen("toPorts")) {
      return null;
    }
    CiliumSelection subject = CiliumSelection.subject(rule);
    CiliumPeers peers = CiliumPeers.of(entry);
    List<Denial> candidates = new ArrayList<>();
    for (Denial denial : (entry.isIngress() ? ingress : egress).overlapping(subject)) {
      if (denial.subject().covers(subject)
          && denial.peers().cover(peers)
          && mesh.cilium().openings().meet(denial.entry().resource(), rule.resource())) {
        candidates.add(denial);
      }
    }
    if (entry.toPorts().isEmpty()) {
      return first(candidates, null);
    }
    View found = null;
    for (PortRule ports : entry.toPorts()) {
      found = first(candidates, ports);
      if (found == null) {
        return null;
      }
    }
    return found;
  }

  private static @Nullable View first(List<Denial> candidates, @Nullable PortRule ports) {
    View found = null;
    for (Denial denial : candidates) {
      if (denial.ports().hold(ports == null ? List.of() : ports.ports())
          && (found == null || CiliumOpenings.isBefore(denial.entry(), found))) {
        found = denial.entry();
      }
    }
    return found;
  }
}
