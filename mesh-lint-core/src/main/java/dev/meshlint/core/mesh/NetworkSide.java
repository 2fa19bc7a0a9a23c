package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.model.kubernetes.NetworkPolicyRule;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one policy says about one direction of the traffic of the pods that it is for.
 *
 * @param holder the object that holds the entries
 * @param list the key of the entries
 * @param ofCilium whether it is a policy of Cilium
 * @param subject the pods that it is for
 * @param isolates whether what no policy allows them is denied from then on
 * @param open whether it may hold entries that the files do not show
 * @param entries what it allows and denies
 */
public record NetworkSide(
    View holder,
    String list,
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
  static NetworkSide of(NetworkPolicy policy, boolean ingress, boolean patched) {
    String list = ingress ? "ingress" : "egress";
    List<NetworkEntry> entries = new ArrayList<>();
    for (NetworkPolicyRule rule : ingress ? policy.ingress() : policy.egress()) {
      entries.add(KubernetesNetworkEntry.of(rule, ingress));
    }
    Same isolates = isolates(policy, ingress, !entries.isEmpty());
    return new NetworkSide(
        policy.spec(),
        list,
        false,
        CiliumSelection.subject(policy),
        patched ? Same.MAYBE : isolates,
        patched || policy.spec().isOpen(list),
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
  static NetworkSide of(PolicyRule rule, boolean ingress, boolean patched) {
    String list = ingress ? "ingress" : "egress";
    List<NetworkEntry> entries = new ArrayList<>();
    for (TrafficRule entry : rule.traffic()) {
      if (entry.isIngress() == ingress) {
        entries.add(CiliumNetworkEntry.of(entry));
      }
    }
    boolean open = patched || rule.isOpen(list) || rule.isOpen(list + "Deny");
    boolean undecided = open || rule.enableDefaultDeny().isOpen(list);
    Same isolates =
        rule.deniesByDefault(ingress) && !patched ? Same.YES : undecided ? Same.MAYBE : Same.NO;
    return new NetworkSide(
        rule,
        rule.has(list) ? list : list + "Deny",
        true,
        CiliumSelection.subject(rule),
        isolates,
        open,
        entries);
  }

  /** Whether it says nothing about its direction. */
  boolean isSilent() {
    return isolates == Same.NO && !open && entries.isEmpty();
  }

  /** The list of entries as written; null where there is none. */
  public @Nullable YamlSequence items() {
    return holder.at(list).node() instanceof YamlSequence items ? items : null;
  }

  @Override
  public Resource resource() {
    return holder.resource();
  }

  /** The key of the entries, or the object that lacks them. */
  @Override
  public YamlNode node() {
    return holder.key(list).node();
  }
}
