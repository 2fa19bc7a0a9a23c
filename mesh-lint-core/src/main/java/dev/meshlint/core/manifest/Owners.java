package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlMapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Objects that another one made, such as the ReplicaSets and Pods of a Deployment in a cluster dump. Where the owner is
 * in view, they are read for resolution only: what is wrong with them is wrong with the owner, and is said there.
 */
final class Owners {
  private Owners() {}

  /** Turns owned objects into context, in place. */
  static void apply(List<Resource> resources) {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < resources.size(); i++) {
      if (!references(resources.get(i)).isEmpty()) {
        if (known.isEmpty()) {
          addAll(resources, known);
        }
        if (isOwned(resources.get(i), known)) {
          resources.set(i, resources.get(i).asContext());
        }
      }
    }
  }

  private static void addAll(List<Resource> resources, Set<String> known) {
    for (Resource resource : resources) {
      known.add(key(resource.group(), resource.kind(), resource.name(), resource));
    }
  }

  private static boolean isOwned(Resource resource, Set<String> known) {
    for (YamlMapping owner : references(resource)) {
      String apiVersion = Nodes.text(owner, "apiVersion");
      String kind = Nodes.text(owner, "kind");
      String name = Nodes.text(owner, "name");
      if (apiVersion != null && kind != null && name != null) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        if (known.contains(key(group, kind, name, resource))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Owners lie in the same namespace, or in none. */
  private static String key(String group, String kind, String name, Resource resource) {
    return group + "/" + kind + "/" + resource.namespace() + "/" + name;
  }

  private static List<YamlMapping> references(Resource resource) {
    YamlMapping metadata = Nodes.mapping(resource.node(), "metadata");
    return metadata == null ? List.of() : Nodes.mappings(metadata, "ownerReferences");
  }
}
