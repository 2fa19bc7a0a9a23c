package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.IpAddress;
import org.jspecify.annotations.Nullable;

/** Addresses from a first to a last one, of one family. */
record IpRange(IpAddress first, IpAddress last) implements Comparable<IpRange> {
  /** The range that is written as a block or by its ends; null where it is not known. */
  static @Nullable IpRange of(@Nullable Text cidr, @Nullable Text start, @Nullable Text stop) {
    if (cidr != null) {
      Cidr block = cidr.open() ? null : Cidr.parse(cidr.value());
      return block == null ? null : of(block);
    }
    if (start == null || start.open() || (stop != null && stop.open())) {
      return null;
    }
    IpAddress first = IpAddress.parse(start.value());
    IpAddress last = stop == null ? first : IpAddress.parse(stop.value());
    return first == null || last == null || first.bits() != last.bits()
        ? null
        : new IpRange(first, last);
  }

  private static IpRange of(Cidr block) {
    IpAddress first = block.canonical().address();
    int free = first.bits() - block.length();
    long low = first.low() | (free >= 64 ? -1L : (1L << free) - 1);
    long high = first.high() | (free <= 64 ? 0L : free >= 128 ? -1L : (1L << (free - 64)) - 1);
    return new IpRange(first, new IpAddress(high, low, first.bits(), ""));
  }

  boolean overlaps(IpRange other) {
    return first.bits() == other.first.bits()
        && compare(first, other.last) <= 0
        && compare(other.first, last) <= 0;
  }

  boolean contains(IpAddress address) {
    return address.bits() == first.bits()
        && compare(first, address) <= 0
        && compare(address, last) <= 0;
  }

  boolean endsAfter(IpRange other) {
    return first.bits() != other.first.bits() || compare(last, other.last) > 0;
  }

  @Override
  public int compareTo(IpRange other) {
    int family = Integer.compare(first.bits(), other.first.bits());
    return family != 0 ? family : compare(first, other.first);
  }

  private static int compare(IpAddress one, IpAddress other) {
    int high = Long.compareUnsigned(one.high(), other.high());
    return high != 0 ? high : Long.compareUnsigned(one.low(), other.low());
  }
}
