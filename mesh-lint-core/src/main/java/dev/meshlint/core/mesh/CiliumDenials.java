package dev.meshlint.core.mesh;

import dev.meshlint.core.mesh.CiliumEntries.Item;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortProtocol;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What policies of Cilium deny: that wins over what others allow (Cilium documentation, "Deny Policies"). Immutable. */
public final class CiliumDenials {
  private final Mesh mesh;
  private final CiliumEntries ingress;
  private final CiliumEntries egress;

  CiliumDenials(Mesh mesh) {
    this.mesh = mesh;
    List<Item> incoming = new ArrayList<>();
    List<Item> outgoing = new ArrayList<>();
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      if (!rule.isForNodes()) {
        CiliumSelection subject = CiliumSelection.subject(rule);
        rule.ingressDeny().forEach(entry -> add(entry, subject, incoming));
        rule.egressDeny().forEach(entry -> add(entry, subject, outgoing));
      }
    }
    ingress = new CiliumEntries(incoming);
    egress = new CiliumEntries(outgoing);
  }

  private static void add(TrafficRule entry, CiliumSelection subject, List<Item> to) {
    if (entry.has("icmps") || entry.isOpen("toPorts")) {
      return;
    }
    CiliumPeers peers = CiliumPeers.of(entry);
    if (entry.toPorts().isEmpty()) {
      to.add(Item.of(subject, peers, CiliumPorts.ALL, entry));
    }
    for (PortRule ports : entry.toPorts()) {
      if (!ports.isOpen("ports")) {
        to.add(Item.of(subject, peers, new CiliumPorts(ports.ports(), "ANY"), entry));
      }
    }
  }

  /** An entry that denies all that another one allows, with all that it is for; null where none in view does. */
  public @Nullable View of(PolicyRule rule, TrafficRule entry) {
    if ((entry.isIngress() ? ingress : egress).isEmpty() || entry.isOpen("toPorts")) {
      return null;
    }
    if (entry.toPorts().isEmpty()) {
      return of(rule, entry, List.of());
    }
    View found = null;
    for (PortRule ports : entry.toPorts()) {
      found = of(rule, entry, ports.ports());
      if (found == null) {
        return null;
      }
    }
    return found;
  }

  private @Nullable View of(PolicyRule rule, TrafficRule entry, List<PortProtocol> ports) {
    Item found =
        (entry.isIngress() ? ingress : egress)
            .first(
                CiliumSelection.subject(rule),
                CiliumPeers.of(entry),
                new CiliumPorts(ports, "ANY"),
                item -> mesh.cilium().openings().meet(item.entry().resource(), rule.resource()));
    return found == null ? null : found.entry();
  }
}
