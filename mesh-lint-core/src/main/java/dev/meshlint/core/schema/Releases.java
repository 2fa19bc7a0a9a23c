package dev.meshlint.core.schema;

import dev.meshlint.core.value.Version;

/** Comparisons of releases. */
final class Releases {
  private Releases() {}

  /** Whether a release comes before another one, as far as major and minor number tell. */
  static boolean isOlder(String release, String than) {
    Version mine = Version.parse(release);
    Version other = Version.parse(than);
    return mine != null && other != null && !mine.isAtLeast(other.major(), other.minor());
  }
}
