package dev.meshlint.core.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decides beside the resource itself.
 *
 * @param targets the releases in use, by mesh: {@code istio}, {@code linkerd}, {@code cilium}, {@code gateway-api}; a mesh
 *     that is not named is taken to be the newest that mesh-lint knows
 */
public record SchemaContext(Map<String, String> targets) {
  /** Newest releases of everything. */
  public static final SchemaContext DEFAULT = new SchemaContext(Map.of());

  /** Makes the map unmodifiable. */
  public SchemaContext {
    targets = Map.copyOf(targets);
  }

  /** The release of a mesh that is in use, such as {@code 1.27}; null if it is not named. */
  public @Nullable String target(String mesh) {
    return targets.get(mesh);
  }
}
