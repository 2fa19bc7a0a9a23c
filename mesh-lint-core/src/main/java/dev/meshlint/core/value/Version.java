package dev.meshlint.core.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A version as it stands in targets, image tags and revisions: {@code 1.28}, {@code v1.16.3},
 * {@code 1-28-2}, {@code 1.28.0-alpha.1}, {@code stable-2.14.10}, {@code 1.28.2-distroless}.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number; 0 where it is absent
 * @param suffix what follows, without the separator; empty if nothing does
 */
public record Version(int major, int minor, int patch, String suffix)
    implements Comparable<Version> {
  private static final String[] BEFORE_RELEASE = {"alpha", "beta", "rc", "dev", "pre", "snapshot"};

  /** The version; null if the text does not begin with one of two numbers or more. */
  public static @Nullable Version parse(String text) {
    int at = text.startsWith("stable-") ? "stable-".length() : 0;
    if (at < text.length() && Ascii.lower(text.charAt(at)) == 'v') {
      at++;
    }
    int[] numbers = new int[3];
    int count = 0;
    while (count < 3) {
      int start = at;
      while (at < text.length() && Ascii.isDigit(text.charAt(at)) && at - start < 8) {
        numbers[count] = numbers[count] * 10 + (text.charAt(at) - '0');
        at++;
      }
      if (at == start || (at < text.length() && Ascii.isDigit(text.charAt(at)))) {
        return null;
      }
      count++;
      boolean more =
          at + 1 < text.length()
              && (text.charAt(at) == '.' || text.charAt(at) == '-')
              && Ascii.isDigit(text.charAt(at + 1));
      if (!more || count == 3) {
        break;
      }
      at++;
    }
    if (count < 2) {
      return null;
    }
    String rest = text.substring(at);
    boolean separated = !rest.isEmpty() && "-+._".indexOf(rest.charAt(0)) >= 0;
    return new Version(numbers[0], numbers[1], numbers[2], separated ? rest.substring(1) : rest);
  }

  /** Whether this comes before the release of its numbers: alpha, beta, candidate. */
  public boolean isPrerelease() {
    String lower = suffix.toLowerCase(Locale.ROOT);
    for (String word : BEFORE_RELEASE) {
      if (lower.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is that minor version or a later one, whatever the patch. */
  public boolean isAtLeast(int otherMajor, int otherMinor) {
    return major != otherMajor ? major > otherMajor : minor >= otherMinor;
  }

  /** By numbers, then what comes before the release, then the release. Flavours are equal. */
  @Override
  public int compareTo(Version other) {
    if (major != other.major) {
      return Integer.compare(major, other.major);
    }
    if (minor != other.minor) {
      return Integer.compare(minor, other.minor);
    }
    if (patch != other.patch) {
      return Integer.compare(patch, other.patch);
    }
    if (isPrerelease() != other.isPrerelease()) {
      return isPrerelease() ? -1 : 1;
    }
    return isPrerelease() ? suffix.compareTo(other.suffix) : 0;
  }

  /** {@code 1.28.2} or {@code 1.28.2-alpha.1}. */
  @Override
  public String toString() {
    String numbers = major + "." + minor + "." + patch;
    return suffix.isEmpty() ? numbers : numbers + "-" + suffix;
  }
}
