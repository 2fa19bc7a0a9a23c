package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.DataPlanes.Plane;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.NetworkSide;
import dev.meshlint.core.mesh.Peer;
import dev.meshlint.core.mesh.PodIsolation;
import dev.meshlint.core.mesh.PodIsolation.Reach;
import dev.meshlint.core.mesh.WorkloadPorts.Probed;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
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
    if (mesh.ciliumPolicies().rules().isEmpty()) {
      return;
    }
    Set<NetworkSide> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (!workload.hasOpenLabels() && mesh.dataPlanes().isPart(workload, Plane.AMBIENT)) {
        check(workload, mesh, seen, out);
      }
    }
  }

  private static void check(MeshWorkload workload, Mesh mesh, Set<NetworkSide> seen, Findings out) {
    PodIsolation isolation = mesh.networkPolicies().ingress(workload);
    NetworkSide closing = closing(isolation);
    if (closing == null) {
      return;
    }
    for (Probed probed : mesh.workloadPorts().probed(workload)) {
      if (isolation.reach(KUBELET, probed.port(), workload) == Reach.DENIED) {
        if (seen.add(closing)) {
          out.report(
                  closing,
                  "no policy lets 169.254.7.127 in, from where probes come in ambient mode: those of %s on port %d fail"
                      .formatted(workload.title(), probed.port()))
              .related(probed.probe(), "the probe")
              .help("allow fromCIDR 169.254.7.127/32 in a CiliumClusterwideNetworkPolicy");
        }
        return;
      }
    }
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
