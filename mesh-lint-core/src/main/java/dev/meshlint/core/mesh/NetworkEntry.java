package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.View;
import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.IpAddress;
import dev.meshlint.core.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of a policy of the network: peers, and the ports that they may, or may not, use. Immutable. */
public abstract sealed class NetworkEntry implements Located
    permits KubernetesNetworkEntry, CiliumNetworkEntry {
  private final View view;
  private final boolean deny;
  private final List<CiliumSelection> pods;
  private final NetworkPorts ports;

  NetworkEntry(View view, boolean deny, List<CiliumSelection> pods, NetworkPorts ports) {
    this.view = view;
    this.deny = deny;
    this.pods = List.copyOf(pods);
    this.ports = ports;
  }

  /** Whether it denies, whatever others allow; otherwise it allows. */
  public final boolean isDeny() {
    return deny;
  }

  /** The pods that it names as peers. */
  public final List<CiliumSelection> pods() {
    return pods;
  }

  /** The TCP ports. */
  public final NetworkPorts ports() {
    return ports;
  }

  /** The entry as written. */
  public final View view() {
    return view;
  }

  /** The list of ports, or the entry where it has none. */
  public final Located portsPlace() {
    return view.key(view.has("toPorts") ? "toPorts" : "ports");
  }

  /** Whether everybody is its peer, inside of the cluster and outside. */
  public abstract boolean isForEverybody();

  /** Whether nobody is its peer, as in an entry of Cilium that only makes the pods closed. */
  abstract boolean isForNobody();

  /** Whether all pods of the cluster are among its peers. */
  public boolean isForEveryPod() {
    boolean everyPod = isForEverybody();
    for (CiliumSelection selection : pods) {
      everyPod |= selection.isEverything();
    }
    return everyPod;
  }

  /** Whether somebody is its peer. */
  abstract Same admits(Peer peer, NamespaceLabels namespaces);

  @Override
  public final Resource resource() {
    return view.resource();
  }

  @Override
  public final YamlNode node() {
    return view.node();
  }

  /** Whether one of the selections of pods selects these. */
  final Same selects(PodGroup group, NamespaceLabels namespaces) {
    Same answer = Same.NO;
    for (CiliumSelection selection : pods) {
      answer = answer.or(selection.selects(group, namespaces));
    }
    return answer;
  }

  /** Whether a block of addresses holds one. */
  static Same holds(@Nullable String block, IpAddress address) {
    Cidr cidr = block == null ? null : Cidr.parseOrAddress(block);
    return cidr == null ? Same.MAYBE : cidr.contains(address) ? Same.YES : Same.NO;
  }

  static Same not(Same one) {
    return one == Same.YES ? Same.NO : one == Same.NO ? Same.YES : one;
  }
}
