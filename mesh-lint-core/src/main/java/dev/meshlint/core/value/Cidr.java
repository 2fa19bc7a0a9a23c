package dev.meshlint.core.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of IP addresses as Go's {@code netip.ParsePrefix} reads it: no zone, the length of the
 * prefix without sign or leading zero. The bits of the host may be set.
 *
 * @param address the address before the slash, as written
 * @param length how many leading bits are fixed
 */
public record Cidr(IpAddress address, int length) {
  /** The range; null if the text is none. A bare address is none. */
  public static @Nullable Cidr parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0) {
      return null;
    }
    IpAddress address = IpAddress.parse(text.substring(0, slash));
    String digits = text.substring(slash + 1);
    if (address == null
        || !address.zone().isEmpty()
        || !Ascii.isDigits(digits)
        || digits.length() > 3
        || (digits.length() > 1 && digits.charAt(0) == '0')) {
      return null;
    }
    int length = Integer.parseInt(digits);
    return length > address.bits() ? null : new Cidr(address, length);
  }

  /** The range; a bare address is the range that holds only it. Null if the text is neither. */
  public static @Nullable Cidr parseOrAddress(String text) {
    if (text.indexOf('/') >= 0) {
      return parse(text);
    }
    IpAddress address = IpAddress.parse(text);
    return address == null ? null : new Cidr(address, address.bits());
  }

  /** What is wrong with a range, as a clause; null if nothing is. */
  public static @Nullable String problem(String text) {
    if (parse(text) != null) {
      return null;
    }
    int slash = text.lastIndexOf('/');
    if (slash < 0) {
      IpAddress address = IpAddress.parse(text);
      return address == null
          ? IpAddress.problem(text)
          : "the length of the prefix is missing, such as \"/" + address.bits() + "\"";
    }
    return slashProblem(text.substring(0, slash), text.substring(slash + 1));
  }

  /** As {@link #problem}, where a bare address is good as well. */
  public static @Nullable String orAddressProblem(String text) {
    return parseOrAddress(text) != null ? null : problem(text);
  }

  private static String slashProblem(String before, String digits) {
    IpAddress address = IpAddress.parse(before);
    if (address == null) {
      String problem = IpAddress.problem(before);
      return problem == null ? "it is not a range of addresses" : problem;
    }
    if (!address.zone().isEmpty()) {
      return "a range has no zone";
    }
    if (digits.length() > 1 && digits.charAt(0) == '0' && Ascii.isDigits(digits)) {
      return "the length of the prefix has a leading zero";
    }
    return "the length of the prefix must be a number from 0 to " + address.bits();
  }

  /** Whether the address lies in this range. The zone of an address is not looked at. */
  public boolean contains(IpAddress other) {
    return address.hasPrefixOf(other, length);
  }

  /** Whether the whole other range lies in this one. */
  public boolean contains(Cidr other) {
    return length <= other.length && address.hasPrefixOf(other.address, length);
  }

  /** Whether an address lies in both. */
  public boolean overlaps(Cidr other) {
    return address.hasPrefixOf(other.address, Math.min(length, other.length));
  }

  /** Whether each address of this range lies in one of the others. */
  public boolean isCoveredBy(List<Cidr> others) {
    List<Cidr> inside = new ArrayList<>();
    for (Cidr other : others) {
      if (other.contains(this)) {
        return true;
      }
      if (contains(other)) {
        inside.add(other);
      }
    }
    return inside.size() >= 2
        && new Cidr(address.masked(length), length + 1).isCoveredBy(inside)
        && new Cidr(address.upperHalf(length), length + 1).isCoveredBy(inside);
  }

  /** Whether this is every address of its family. */
  public boolean isEverything() {
    return length == 0;
  }

  /** Whether no bit of the host is set: {@code 10.0.0.0/8}, not {@code 10.1.2.3/8}. */
  public boolean isCanonical() {
    return address.masked(length).equals(address);
  }

  /** The same range with the bits of the host set to zero. */
  public Cidr canonical() {
    return new Cidr(address.masked(length), length);
  }
}
