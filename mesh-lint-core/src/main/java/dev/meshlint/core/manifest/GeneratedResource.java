package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ConfigMap or Secret that a kustomization makes. It stands in no file of its own.
 *
 * @param kind {@code ConfigMap} or {@code Secret}
 * @param name the name under which the resources of the kustomization refer to it, without prefix and hash
 * @param namespace the namespace that it ends up in
 * @param keys the keys it is known to hold
 * @param complete whether these are all its keys; a file of variables may bring others
 * @param type the type of a Secret; null if none is given
 * @param kustomization the folder of the kustomization
 * @param context whether the kustomization is read for resolution only
 * @param node where the kustomization says so
 */
public record GeneratedResource(
    String kind,
    String name,
    NamespaceRef namespace,
    List<String> keys,
    boolean complete,
    @Nullable String type,
    String kustomization,
    boolean context,
    YamlNode node) {
  /** Makes the list unmodifiable. */
  public GeneratedResource {
    keys = List.copyOf(keys);
  }
}
