package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.model.kubernetes.NetworkPolicyRule;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What one policy says about one direction of the traffic of the pods that it is for.
 *
 * @param place where it speaks of the direction: the key of its entries, or the object that lacks them
 * @param ofCilium whether it is a policy of Cilium
 * @param subject the pods that it is for
 * @param isolates whether what no policy allows them is denied from then on
 * @param open whether it may hold entries that the files do not show
 * @param entries what it allows and denies
 */
public record NetworkSide(
    Located place,
    boolean ofCilium,
    CiliumSelection subject,
    Same isolates,
    boolean open,
    List<NetworkEntry> entries)
    implements Located {
  /** Makes the list unmodifiable. */
  public NetworkSide {
    entries = List.copyOf(entries);
  }

  /**
   * A direction of a NetworkPolicy: one that it does not name is not its concern (Kubernetes documentation, "Network
   * Policies").
   */
  static NetworkSide of(NetworkPolicy policy, boolean ingress) {
    String list = ingress ? "ingress" : "egress";
    List<NetworkEntry> entries = new ArrayList<>();
    for (NetworkPolicyRule rule : ingress ? policy.ingress() : policy.egress()) {
      entries.add(KubernetesNetworkEntry.of(rule, ingress));
    }
    return new NetworkSide(
        policy.spec().key(list),
        false,
        CiliumSelection.subject(policy),
        isolates(policy, ingress, !entries.isEmpty()),
        policy.spec().isOpen(list),
        entries);
  }

  private static Same isolates(NetworkPolicy policy, boolean ingress, boolean hasEntries) {
    if (policy.spec().isOpen("policyTypes")) {
      return Same.MAYBE;
    }
    if (!policy.spec().has("policyTypes")) {
      return ingress || hasEntries ? Same.YES : Same.NO;
    }
    for (Text type : policy.policyTypes()) {
      if (type.is(ingress ? "Ingress" : "Egress")) {
        return Same.YES;
      }
    }
    return Same.NO;
  }

  /** A direction of a rule of Cilium's policies. */
  static NetworkSide of(PolicyRule rule, boolean ingress) {
    String list = ingress ? "ingress" : "egress";
    List<NetworkEntry> entries = new ArrayList<>();
    for (TrafficRule entry : rule.traffic()) {
      if (entry.isIngress() == ingress) {
        entries.add(CiliumNetworkEntry.of(entry));
      }
    }
    boolean open = rule.isOpen(list) || rule.isOpen(list + "Deny");
    boolean undecided = open || rule.enableDefaultDeny().isOpen(list);
    Same isolates = rule.deniesByDefault(ingress) ? Same.YES : undecided ? Same.MAYBE : Same.NO;
    Located place = rule.key(rule.has(list) ? list : list + "Deny");
    return new NetworkSide(place, true, CiliumSelection.subject(rule), isolates, open, entries);
  }

  /** Whether it says nothing about its direction. */
  boolean isSilent() {
    return isolates == Same.NO && !open && entries.isEmpty();
  }

  @Override
  public Resource resource() {
    Resource resource = place.resource();
    if (resource == null) {
      throw new IllegalStateException("a policy is a resource");
    }
    return resource;
  }

  @Override
  public YamlNode node() {
    return place.node();
  }
}
