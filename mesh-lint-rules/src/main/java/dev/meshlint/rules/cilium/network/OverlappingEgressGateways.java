package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.mesh.CiliumEgress;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** Two policies that send the traffic of the same pods to the same addresses through different gateways. */
public final class OverlappingEgressGateways extends MeshRule {
  public OverlappingEgressGateways() {
    super("cilium-overlapping-egress-gateways");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (CiliumEgress.Overlap overlap : mesh.cilium().egress().overlaps()) {
      String other = overlap.wider().resource().title();
      String effect =
          overlap.equal()
              ? "which gateway is taken is not defined"
              : "the narrower range wins, so that policy does not hold for all of its range";
      out.report(
              overlap.narrower(),
              "%s takes the same pods to \"%s\" by another gateway: %s"
                  .formatted(other, overlap.wider(), effect))
          .as(overlap.equal() ? "equal" : "narrower")
          .related(overlap.wider(), "holds it too");
    }
  }
}
