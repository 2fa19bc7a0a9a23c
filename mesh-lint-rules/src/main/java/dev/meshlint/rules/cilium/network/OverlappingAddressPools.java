package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.cilium.AddressBlock;
import dev.meshlint.core.model.cilium.CiliumLoadBalancerIPPool;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Blocks of addresses for Services that overlap. */
public final class OverlappingAddressPools extends MeshRule {
  public OverlappingAddressPools() {
    super("cilium-overlapping-address-pools");
  }

  /** A block and its pool. */
  private record Block(CiliumLoadBalancerIPPool pool, AddressBlock view, IpRange range) {}

  @Override
  public void check(Mesh mesh, Findings out) {
    List<Block> blocks = new ArrayList<>();
    for (CiliumLoadBalancerIPPool pool : mesh.all(CiliumLoadBalancerIPPool.class)) {
      if (Boolean.TRUE.equals(pool.disabled()) || pool.spec().isOpen("disabled")) {
        continue;
      }
      for (AddressBlock block : pool.blocks()) {
        IpRange range = IpRange.of(block.cidr(), block.start(), block.stop());
        if (range != null) {
          blocks.add(new Block(pool, block, range));
        }
      }
    }
    blocks.sort(
        Comparator.comparing(Block::range).thenComparing(block -> block.pool().resource().title()));
    Block widest = null;
    for (Block block : blocks) {
      if (widest != null && widest.range().overlaps(block.range())) {
        report(widest, block, out);
      }
      if (widest == null || block.range().endsAfter(widest.range())) {
        widest = block;
      }
    }
  }

  private static void report(Block one, Block other, Findings out) {
    boolean same = one.pool().resource() == other.pool().resource();
    if (!same && one.pool().resource().name().equals(other.pool().resource().name())) {
      return;
    }
    boolean swap = same && one.view().node().start() > other.view().node().start();
    Block later = swap ? one : other;
    Block earlier = swap ? other : one;
    boolean together = one.pool().resource().file() == other.pool().resource().file();
    out.report(
            later.view(),
            same
                ? "the block overlaps another one of the pool: the operator hands out no address of it"
                : "the block overlaps one of %s: the operator stops the newer pool"
                    .formatted(earlier.pool().resource().title()))
        .as(same || together ? "certain" : "apart")
        .related(earlier.view(), "overlaps it");
  }
}
