package dev.meshlint.core.schema;

import org.jspecify.annotations.Nullable;

/** The newest releases whose fields the built-in schemas know. */
final class NewestReleases {
  private NewestReleases() {}

  /** Whether a release may have fields that the built-in schemas do not know. */
  static boolean mayBeNewer(String mesh, @Nullable String target) {
    return target != null
        && switch (mesh) {
          case "istio" -> Releases.isOlder("1.32", target);
          case "cilium" -> Releases.isOlder("1.20", target);
          case "gateway-api" -> Releases.isOlder("1.6", target);
          default -> false;
        };
  }
}
