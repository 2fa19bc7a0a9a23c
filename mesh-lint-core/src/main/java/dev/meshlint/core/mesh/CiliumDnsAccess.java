package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CidrRule;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.model.kubernetes.NetworkPolicyPeer;
import dev.meshlint.core.model.kubernetes.NetworkPolicyRule;
import dev.meshlint.core.value.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether policies, those of Kubernetes too, let pods reach a DNS server: pods of the cluster's DNS, a cache on the node, or
 * anything on the port of DNS. Immutable.
 */
public final class CiliumDnsAccess {
  private static final Set<String> NAMES = Set.of("kube-dns", "coredns", "node-local-dns", "dns");
  private static final Set<String> NAMESPACES = Set.of("kube-system", "openshift-dns");
  private static final Set<String> ENTITIES =
      Set.of("all", "cluster", "cluster-mesh", "world", "host", "remote-node");
  private static final Cidr LINK_LOCAL = known("169.254.0.0/16");

  private final CiliumSubjects<CiliumSelection> open;

  CiliumDnsAccess(Mesh mesh) {
    List<CiliumSelection> subjects = new ArrayList<>();
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      if (!rule.isForNodes() && (rule.isOpen("egress") || anyOpens(rule.egress()))) {
        subjects.add(CiliumSelection.subject(rule));
      }
    }
    for (NetworkPolicy policy : mesh.all(NetworkPolicy.class)) {
      if (policy.spec().isOpen("egress") || policy.egress().stream().anyMatch(this::opens)) {
        subjects.add(CiliumSelection.subject(policy));
      }
    }
    open = new CiliumSubjects<>(subjects, subject -> subject);
  }

  private static Cidr known(String range) {
    Cidr cidr = Cidr.parse(range);
    if (cidr == null) {
      throw new IllegalArgumentException(range);
    }
    return cidr;
  }

  /** Whether some policy lets some of the pods that a rule is for look up names. */
  public boolean isOpenFor(PolicyRule rule) {
    return open.haveOverlapping(CiliumSelection.subject(rule));
  }

  /** Whether a rule is for the pods that serve DNS. */
  public boolean isOfServers(PolicyRule rule) {
    CiliumSelection subject = CiliumSelection.subject(rule);
    return subject.open() || namesServers(subject);
  }

  private static boolean namesServers(CiliumSelection pods) {
    for (String key : List.of("k8s-app", "app.kubernetes.io/name", "app")) {
      String value = pods.value(key);
      if (value != null && NAMES.contains(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeServers(CiliumSelection pods) {
    NamespaceRef scope = pods.scope();
    return pods.open() || namesServers(pods) || scope == null || NAMESPACES.contains(scope.name());
  }

  private static boolean anyOpens(List<EgressRule> entries) {
    for (EgressRule entry : entries) {
      if (CiliumDns.isLookup(entry) || (isForAllPorts(entry) && mayReachServers(entry))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isForAllPorts(EgressRule entry) {
    boolean all = entry.toPorts().isEmpty() && !entry.has("icmps");
    for (PortRule ports : entry.toPorts()) {
      all |= ports.ports().isEmpty();
    }
    return all;
  }

  private static boolean mayReachServers(EgressRule entry) {
    if (entry.peerKeys().isEmpty()) {
      return entry.has("toPorts");
    }
    for (String key : entry.peerKeys()) {
      if (entry.isOpen(key)) {
        return true;
      }
    }
    for (Text entity : entry.entities()) {
      if (ENTITIES.contains(entity.value())) {
        return true;
      }
    }
    for (EndpointSelector peer : entry.endpoints()) {
      if (mayBeServers(CiliumSelection.peer(peer))) {
        return true;
      }
    }
    for (Text block : entry.cidr()) {
      if (mayHoldServers(block)) {
        return true;
      }
    }
    for (CidrRule block : entry.cidrSet()) {
      if (mayHoldServers(block.cidr())) {
        return true;
      }
    }
    return !entry.toServices().isEmpty() || !entry.nodes().isEmpty();
  }

  private static boolean mayHoldServers(@Nullable Text block) {
    Cidr range = block == null || block.open() ? null : Cidr.parseOrAddress(block.value());
    return range == null || range.isEverything() || range.overlaps(LINK_LOCAL);
  }

  private boolean opens(NetworkPolicyRule rule) {
    if (rule.isOpen("ports") || rule.isOpen("to")) {
      return true;
    }
    for (View port : rule.ports()) {
      if (CiliumDns.isDnsPort(port)) {
        return true;
      }
    }
    if (!rule.ports().isEmpty() || rule.to().isEmpty()) {
      return rule.ports().isEmpty();
    }
    for (NetworkPolicyPeer peer : rule.to()) {
      if (peer.has("ipBlock")
          ? mayHoldServers(peer.cidr())
          : mayBeServers(CiliumSelection.peer(peer))) {
        return true;
      }
    }
    return false;
  }
}
