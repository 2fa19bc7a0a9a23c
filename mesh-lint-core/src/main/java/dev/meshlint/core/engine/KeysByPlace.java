package dev.meshlint.core.engine;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the resource and the key that stand at a place: what is wrong with the YAML is known by its place only. Sorts the
 * resources when it is asked for the first time, which in most runs is never. Used by one thread.
 */
final class KeysByPlace {
  private final List<Resource> resources;
  private @Nullable Map<Home, NavigableMap<Integer, Resource>> sorted;

  KeysByPlace(List<Resource> resources) {
    this.resources = resources;
  }

  private record Home(SourceFile file, int mesh) {}

  private record Key(Resource resource, YamlNode node) implements Located {}

  /** The key of a resource of this mesh that begins at an offset; null if none does. */
  @Nullable Located at(SourceFile file, int mesh, int offset) {
    NavigableMap<Integer, Resource> byStart = sorted().get(new Home(file, mesh));
    Map.Entry<Integer, Resource> nearest = byStart == null ? null : byStart.floorEntry(offset);
    if (nearest == null || !holds(nearest.getValue().node(), offset)) {
      return null;
    }
    Resource resource = nearest.getValue();
    YamlNode key = key(resource.node(), offset);
    return key == null ? null : new Key(resource, key);
  }

  private Map<Home, NavigableMap<Integer, Resource>> sorted() {
    Map<Home, NavigableMap<Integer, Resource>> all = sorted;
    if (all == null) {
      all = new HashMap<>();
      for (Resource resource : resources) {
        Home home = new Home(resource.file(), resource.origin().mesh());
        all.computeIfAbsent(home, unused -> new TreeMap<>()).put(resource.node().start(), resource);
      }
      sorted = all;
    }
    return all;
  }

  private static @Nullable YamlNode key(YamlNode root, int offset) {
    YamlNode node = root;
    while (node != null && node.start() != offset) {
      node = inner(node, offset);
    }
    return node;
  }

  /** The key or value of a mapping, or the item of a list, that an offset lies in; null if it lies in none. */
  private static @Nullable YamlNode inner(YamlNode node, int offset) {
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (holds(entry.key(), offset)) {
          return entry.key();
        }
        if (holds(entry.value(), offset)) {
          return entry.value();
        }
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (holds(item, offset)) {
          return item;
        }
      }
    }
    return null;
  }

  private static boolean holds(YamlNode node, int offset) {
    return node.start() <= offset && offset < node.end();
  }
}
