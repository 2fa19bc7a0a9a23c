package dev.meshlint.core.schema.build;

/** The order of Kubernetes API versions: v2, v1, v1beta2, v1beta1, v1alpha3. */
final class Versions {
  private Versions() {}

  static int compareNewestFirst(String a, String b) {
    int byRank = Long.compare(rank(b), rank(a));
    return byRank != 0 ? byRank : a.compareTo(b);
  }

  private static long rank(String version) {
    int at = 1;
    long major = 0;
    while (at < version.length() && Character.isDigit(version.charAt(at))) {
      major = major * 10 + (version.charAt(at++) - '0');
    }
    int stage = version.startsWith("beta", at) ? 1 : version.startsWith("alpha", at) ? 0 : 2;
    at += stage == 1 ? 4 : stage == 0 ? 5 : 0;
    long minor = 0;
    while (at < version.length() && Character.isDigit(version.charAt(at))) {
      minor = minor * 10 + (version.charAt(at++) - '0');
    }
    return stage * 1_000_000L + major * 1_000L + minor;
  }
}
