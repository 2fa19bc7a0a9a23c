package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.kubernetes.Secret;
import dev.meshlint.core.yaml.YamlNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Secret that is in the cluster once the files are applied: written in them, made by a kustomization, or made by another
 * tool from a resource in them.
 *
 * @param at the Secret, or what it is made from
 * @param secret the Secret as written; null where it is made
 * @param keys its keys; null where the files do not tell all of them
 * @param copied whether another tool copies it to other namespaces
 */
public record MeshSecret(
    Located at, @Nullable Secret secret, @Nullable Set<String> keys, boolean copied)
    implements Located {
  /** Whether it certainly lacks a key. */
  public boolean lacks(String key) {
    return keys != null && !keys.contains(key);
  }

  @Override
  public @Nullable Resource resource() {
    return at.resource();
  }

  @Override
  public YamlNode node() {
    return at.node();
  }
}
