package dev.meshlint.core.mesh;

import java.time.Instant;
import java.util.Map;

/**
 * What the configuration tells the mesh.
 *
 * @param world how much of the world the files hold
 * @param known what exists outside the files
 * @param now the time against which certificates are judged
 * @param targets the versions in use by component ({@code istio}, {@code linkerd}, {@code cilium}, {@code gateway-api}),
 *     such as {@code 1.28}; a component that is missing is guessed or taken as the newest known
 * @param self whether what was given is all there is: no project lies around it (a tree, stdin or inline text)
 */
public record MeshSettings(
    World world, Known known, Instant now, Map<String, String> targets, boolean self) {
  /** Makes the map unmodifiable. */
  public MeshSettings {
    targets = Map.copyOf(targets);
  }
}
