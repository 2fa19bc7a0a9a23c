package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.DataPlanes.Plane;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.NetworkSide;
import dev.meshlint.core.mesh.Peer;
import dev.meshlint.core.mesh.PodIsolation;
import dev.meshlint.core.mesh.PodIsolation.Reach;
import dev.meshlint.core.mesh.WorkloadPorts.Probed;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.IpAddress;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Policies of the network that keep the kubelet's probes from pods in ambient mode. Istio gives these the source address
 * 169.254.7.127, which is no node to Cilium (Istio documentation, "Platform-Specific Prerequisites").
 */
public final class NetworkPolicyBlocksProbes extends MeshRule {
  private static final Peer KUBELET =
      new Peer.Address(Objects.requireNonNull(IpAddress.parse("169.254.7.127")));

  public NetworkPolicyBlocksProbes() {
    super("mesh-network-policy-blocks-probes");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    if (mesh.networkPolicies().isEmpty()) {
      return;
    }
    boolean cilium = !mesh.ciliumPolicies().rules().isEmpty();
    Text localhost = mesh.cilium().settings().value("allow-localhost");
    boolean asksPolicies = localhost != null && localhost.is("policy");
    Set<NetworkSide> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (workload.hasOpenLabels()) {
        continue;
      }
      if (cilium && mesh.operation().dataPlanes().isPart(workload, Plane.AMBIENT)) {
        reportAmbient(closed(workload, KUBELET, mesh), seen, out);
      } else if (asksPolicies && !isOnHost(workload)) {
        reportLocalhost(closed(workload, Peer.Special.NODE, mesh), seen, out);
      }
    }
  }

  private static boolean isOnHost(MeshWorkload workload) {
    return workload
        .template()
        .map(pods -> pods.spec().has("hostNetwork") && !isFalse(pods.spec().hostNetwork()))
        .orElse(true);
  }

  private static boolean isFalse(@Nullable Boolean flag) {
    return Boolean.FALSE.equals(flag);
  }

  /** A probe that does not get through, and the policy that closes the pods; null if there is none. */
  private static @Nullable Closed closed(MeshWorkload workload, Peer from, Mesh mesh) {
    PodIsolation isolation = mesh.networkPolicies().ingress(workload);
    NetworkSide closing = closing(isolation);
    for (Probed probed : mesh.workloadPorts().probed(workload)) {
      if (closing != null && isolation.reach(from, probed.port(), workload) == Reach.DENIED) {
        return new Closed(workload, probed, closing);
      }
    }
    return null;
  }

  private record Closed(MeshWorkload workload, Probed probed, NetworkSide by) {}

  private static void reportAmbient(@Nullable Closed closed, Set<NetworkSide> seen, Findings out) {
    if (closed != null && seen.add(closed.by())) {
      report(
              closed,
              "no policy lets 169.254.7.127 in, from where probes come in ambient mode: those of %s on port %d fail",
              out)
          .help("allow fromCIDR 169.254.7.127/32 in a CiliumClusterwideNetworkPolicy")
          .fix(PolicyEntries.address(closed.by(), "169.254.7.127"));
    }
  }

  private static void reportLocalhost(
      @Nullable Closed closed, Set<NetworkSide> seen, Findings out) {
    if (closed != null && seen.add(closed.by())) {
      report(
              closed,
              "no policy lets the entity \"host\" in, which allow-localhost asks for: probes of %s on port %d fail",
              out)
          .as("localhost");
    }
  }

  private static Report report(Closed closed, String message, Findings out) {
    return out.report(
            closed.by(), message.formatted(closed.workload().title(), closed.probed().port()))
        .related(closed.probed().probe(), "the probe");
  }

  /** The policy that closes the pods, one of Cilium if there is one. */
  private static @Nullable NetworkSide closing(PodIsolation isolation) {
    NetworkSide closing = null;
    for (NetworkSide side : isolation.isolating()) {
      closing = closing == null || (side.ofCilium() && !closing.ofCilium()) ? side : closing;
    }
    return closing;
  }
}
