package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.CiliumProxies;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.NetworkSide;
import dev.meshlint.core.mesh.Peer;
import dev.meshlint.core.mesh.PodIsolation;
import dev.meshlint.core.mesh.PodIsolation.Reach;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.HashSet;
import java.util.Set;

/** Pods behind an Ingress or a Gateway of Cilium whose policies do not admit its proxy. */
public final class PolicyBlocksIngressProxy extends MeshRule {
  public PolicyBlocksIngressProxy() {
    super("cilium-policy-blocks-ingress-proxy");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Set<View> seen = new HashSet<>();
    for (CiliumProxies.Served served : mesh.cilium().proxies().served()) {
      PodIsolation isolation = mesh.networkPolicies().ingress(served.workload());
      if (isDenied(isolation, served, served.port())
          && isDenied(isolation, served, served.servicePort())
          && !isolation.isolating().isEmpty()) {
        NetworkSide side = isolation.isolating().get(0);
        if (seen.add(served.workload().view())) {
          report(served, side, out);
        }
      }
    }
  }

  /** A policy with the port of the Service is another mistake. */
  private static boolean isDenied(PodIsolation isolation, CiliumProxies.Served served, int port) {
    return isolation.reach(Peer.Special.CILIUM_PROXY, port, served.workload()) == Reach.DENIED;
  }

  private static void report(CiliumProxies.Served served, Located policy, Findings out) {
    out.report(
            policy,
            "%s gets requests from Cilium's proxy, which no policy admits to port %d: they get 403"
                .formatted(served.workload().title(), served.port()))
        .related(served.reference(), "sends requests there")
        .help("allow the entity \"ingress\"");
  }
}
