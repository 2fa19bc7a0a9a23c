package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.AddressBlock;
import dev.meshlint.core.model.cilium.CiliumLoadBalancerIPPool;
import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The addresses that the pools in view hand out to Services. */
final class AssignableAddresses {
  private static final int SMALLEST_WITH_ENDS = 2;

  private final TreeMap<IpRange, IpRange> ranges = new TreeMap<>();
  private final Set<IpAddress> kept = new HashSet<>();
  private boolean known = true;
  private final boolean some;

  AssignableAddresses(Mesh mesh) {
    List<IpRange> all = new ArrayList<>();
    for (CiliumLoadBalancerIPPool pool : mesh.all(CiliumLoadBalancerIPPool.class)) {
      known &= !pool.spec().isOpen("disabled") && !pool.spec().isOpen("blocks");
      known &= !pool.spec().has("cidrs");
      if (!Boolean.TRUE.equals(pool.disabled())) {
        pool.blocks().forEach(block -> add(pool, block, all));
      }
    }
    some = !all.isEmpty();
    Collections.sort(all);
    IpRange last = null;
    for (IpRange range : all) {
      if (last != null && last.overlaps(range)) {
        last = range.endsAfter(last) ? new IpRange(last.first(), range.last()) : last;
      } else {
        last = range;
      }
      ranges.put(last, last);
    }
  }

  private void add(CiliumLoadBalancerIPPool pool, AddressBlock block, List<IpRange> all) {
    IpRange range = IpRange.of(block.cidr(), block.start(), block.stop());
    if (range == null) {
      known = false;
      return;
    }
    all.add(range);
    Text ends = pool.allowFirstLastIPs();
    Text cidr = block.cidr();
    Cidr parsed = cidr == null ? null : Cidr.parse(cidr.value());
    if (ends != null
        && ends.is("No")
        && parsed != null
        && parsed.address().bits() - parsed.length() >= SMALLEST_WITH_ENDS) {
      kept.add(range.first());
      kept.add(range.last());
    }
  }

  /** Whether pools are in view and none of them can give this address. */
  boolean lack(IpAddress address) {
    Map.Entry<IpRange, IpRange> candidate = ranges.floorEntry(new IpRange(address, address));
    return known
        && some
        && (candidate == null || !candidate.getValue().contains(address) || kept.contains(address));
  }
}
