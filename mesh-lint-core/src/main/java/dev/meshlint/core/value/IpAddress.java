package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * An IP address as Go's {@code netip.ParseAddr} reads it: no leading zeros in the parts of an IPv4
 * address, {@code ::} and an embedded IPv4 address in IPv6, an IPv6 zone after {@code %}. Never
 * asks a name server.
 *
 * @param high the upper 64 bits of an IPv6 address; 0 for IPv4
 * @param low the lower 64 bits; the 32 bits of an IPv4 address
 * @param bits 32 or 128
 * @param zone the zone; empty if there is none
 */
public record IpAddress(long high, long low, int bits, String zone) {
  /** The address; null if the text is none. */
  public static @Nullable IpAddress parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      long value = parseFour(text, 0, text.length());
      return value < 0 ? null : new IpAddress(0, value, 32, "");
    }
    int percent = text.indexOf('%');
    if (percent == text.length() - 1) {
      return null;
    }
    String zone = percent < 0 ? "" : text.substring(percent + 1);
    return parseSix(percent < 0 ? text : text.substring(0, percent), zone);
  }

  /** What is wrong with an address, as a clause; null if nothing is. */
  public static @Nullable String problem(String text) {
    if (parse(text) != null) {
      return null;
    }
    if (text.isEmpty()) {
      return "it is empty";
    }
    if (Cidr.parse(text) != null) {
      return "it is a range, a single address is needed";
    }
    if (text.indexOf(':') >= 0) {
      int bracket = text.indexOf(']');
      return text.startsWith("[") && bracket > 0
          ? "an address stands here without brackets and port"
          : "it is not an IPv6 address";
    }
    String[] parts = DnsNames.split(text);
    for (String part : parts) {
      if (!Ascii.isDigits(part)) {
        return "it is not an IP address";
      }
    }
    return partsProblem(parts);
  }

  private static String partsProblem(String[] parts) {
    if (parts.length != 4) {
      return "an IPv4 address has four parts, this one has " + parts.length;
    }
    for (String part : parts) {
      if (part.length() > 1 && part.charAt(0) == '0') {
        return "its part \"" + part + "\" has a leading zero";
      }
    }
    return "each part is at most 255";
  }

  /** Whether this is an IPv4 address. */
  public boolean isFour() {
    return bits == 32;
  }

  /** Whether this address stands for the machine itself: 127.0.0.0/8 or ::1. */
  public boolean isLoopback() {
    return isFour() ? low >>> 24 == 127 : high == 0 && low == 1;
  }

  /** Whether this is 0.0.0.0 or ::. */
  public boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  /** Whether the first so many bits are those of the other address of the same family. */
  boolean hasPrefixOf(IpAddress other, int length) {
    if (bits != other.bits) {
      return false;
    }
    int upper = isFour() ? 0 : Math.min(length, 64);
    int lower = isFour() ? length + 32 : Math.max(length - 64, 0);
    return ((high ^ other.high) & mask(upper)) == 0 && ((low ^ other.low) & mask(lower)) == 0;
  }

  /** This address with all bits after the first so many set to zero. */
  IpAddress masked(int length) {
    int upper = isFour() ? 0 : Math.min(length, 64);
    int lower = isFour() ? length + 32 : Math.max(length - 64, 0);
    return new IpAddress(high & mask(upper), low & mask(lower), bits, "");
  }

  /** The first address of the upper half of the range that the first so many bits make, of which there is one more. */
  IpAddress upperHalf(int length) {
    IpAddress first = masked(length);
    int bit = isFour() ? length + 32 : length;
    return bit < 64 && !isFour()
        ? new IpAddress(first.high | 1L << (63 - bit), first.low, bits, "")
        : new IpAddress(first.high, first.low | 1L << (63 - bit % 64), bits, "");
  }

  private static long mask(int length) {
    return length <= 0 ? 0 : -1L << (64 - length);
  }

  /** The four bytes of an IPv4 address as one number; -1 if the text is none. */
  private static long parseFour(String text, int from, int to) {
    long value = 0;
    int parts = 0;
    int i = from;
    while (i < to) {
      int start = i;
      int part = 0;
      while (i < to && Ascii.isDigit(text.charAt(i))) {
        part = part * 10 + (text.charAt(i) - '0');
        if (part > 255 || (i > start && text.charAt(start) == '0')) {
          return -1;
        }
        i++;
      }
      parts++;
      if (i == start || parts > 4) {
        return -1;
      }
      value = value << 8 | part;
      if (i < to && (text.charAt(i) != '.' || ++i == to)) {
        return -1;
      }
    }
    return parts == 4 ? value : -1;
  }

  private static @Nullable IpAddress parseSix(String text, String zone) {
    int[] groups = new int[8];
    int count = 0;
    int gap = -1;
    int i = 0;
    if (text.startsWith("::")) {
      gap = 0;
      i = 2;
    }
    while (i < text.length()) {
      int start = i;
      int group = 0;
      while (i < text.length() && i - start < 4 && Ascii.isHex(text.charAt(i))) {
        group = group << 4 | Character.digit(text.charAt(i), 16);
        i++;
      }
      if (i == start || count == 8) {
        return null;
      }
      if (i < text.length() && text.charAt(i) == '.') {
        long four = parseFour(text, start, text.length());
        if (four < 0 || count > 6 || (count < 6 && gap < 0)) {
          return null;
        }
        groups[count++] = (int) (four >>> 16);
        groups[count++] = (int) (four & 0xffff);
        break;
      }
      groups[count++] = group;
      if (i == text.length()) {
        break;
      }
      if (text.charAt(i) != ':' || ++i == text.length()) {
        return null;
      }
      if (text.charAt(i) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = count;
        i++;
      }
    }
    boolean complete = gap < 0 ? count == 8 : count < 8;
    return complete ? join(groups, count, gap, zone) : null;
  }

  private static IpAddress join(int[] groups, int count, int gap, String zone) {
    int[] all = new int[8];
    int before = gap < 0 ? count : gap;
    System.arraycopy(groups, 0, all, 0, before);
    System.arraycopy(groups, before, all, 8 - (count - before), count - before);
    long high = 0;
    long low = 0;
    for (int g = 0; g < 4; g++) {
      high = high << 16 | all[g];
      low = low << 16 | all[g + 4];
    }
    return new IpAddress(high, low, 128, zone);
  }
}
