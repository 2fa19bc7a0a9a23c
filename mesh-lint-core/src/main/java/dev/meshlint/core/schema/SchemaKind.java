package dev.meshlint.core.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind that mesh-lint knows the shape of.
 *
 * @param group its API group; empty for the core group
 * @param kind its name
 * @param mesh whose kind it is: {@code istio}, {@code linkerd}, {@code cilium}, {@code gateway-api} or {@code
 *     kubernetes}
 * @param cluster whether it lives outside namespaces
 * @param versions its versions, newest first
 */
public record SchemaKind(
    String group, String kind, String mesh, boolean cluster, List<Version> versions) {
  /** Makes the list unmodifiable. */
  public SchemaKind {
    versions = List.copyOf(versions);
  }

  /**
   * One version of a kind.
   *
   * @param name such as {@code v1beta1}
   * @param status what became of it
   * @param severity the severity of using a version that is not current, where it is not the usual one; else empty
   * @param note what else to say about it; empty if nothing
   * @param shape the number of its shape in the table of the kind
   */
  public record Version(String name, Status status, String severity, String note, int shape) {}

  /** What became of a version. */
  public enum Status {
    /** Served. */
    CURRENT,
    /** Served, to be left. */
    DEPRECATED,
    /** No longer served by current releases. */
    REMOVED
  }

  /** The version with this name, or null. */
  public @Nullable Version version(String name) {
    for (Version version : versions) {
      if (version.name().equals(name)) {
        return version;
      }
    }
    return null;
  }

  /** The version to use: the newest one that is current. */
  public @Nullable Version current() {
    for (Version version : versions) {
      if (version.status() == Status.CURRENT) {
        return version;
      }
    }
    return null;
  }

  /** The apiVersion of a version of this kind. */
  public String apiVersion(String version) {
    return group.isEmpty() ? version : group + "/" + version;
  }
}
