package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Things by name and namespace, where either may not be known for certain.
 *
 * <p>Filled while the mesh is built, then only read.
 */
final class ByNamespace<T> {
  private final Map<String, Bucket<T>> byName = new HashMap<>();
  private final Map<String, Map<String, Bucket<T>>> namesIn = new HashMap<>();

  private static final class Bucket<T> {
    final Map<String, List<T>> named = new LinkedHashMap<>();
    final List<T> assumed = new ArrayList<>();
    final List<T> open = new ArrayList<>();

    boolean hasOnly(List<T> certain) {
      int count = assumed.size() + open.size();
      for (List<T> values : named.values()) {
        count += values.size();
        if (count > certain.size()) {
          return false;
        }
      }
      return count == certain.size();
    }
  }

  /**
   * What bears a name, seen from one namespace.
   *
   * @param certain those certainly in that namespace
   * @param possible whether there are others that may be in it
   */
  record Hits<T>(List<T> certain, boolean possible) {}

  void add(String name, NamespaceRef namespace, T value) {
    Bucket<T> bucket = byName.computeIfAbsent(name, key -> new Bucket<>());
    switch (namespace.kind()) {
      case NAMED ->
          bucket.named.computeIfAbsent(namespace.name(), key -> new ArrayList<>(1)).add(value);
      case ASSUMED -> bucket.assumed.add(value);
      case OPEN -> bucket.open.add(value);
    }
    namesIn.computeIfAbsent(key(namespace), key -> new LinkedHashMap<>()).put(name, bucket);
  }

  private static String key(NamespaceRef namespace) {
    return switch (namespace.kind()) {
      case NAMED -> namespace.name();
      case ASSUMED -> "";
      case OPEN -> "*";
    };
  }

  /** What bears this name in this namespace. */
  Hits<T> at(String name, NamespaceRef namespace) {
    Bucket<T> bucket = byName.get(name);
    if (bucket == null) {
      return new Hits<>(List.of(), false);
    }
    return switch (namespace.kind()) {
      case NAMED ->
          new Hits<>(
              bucket.named.getOrDefault(namespace.name(), List.of()),
              !bucket.assumed.isEmpty() || !bucket.open.isEmpty());
      case ASSUMED -> new Hits<>(bucket.assumed, !bucket.hasOnly(bucket.assumed));
      case OPEN -> new Hits<>(List.of(), true);
    };
  }

  /** All that certainly or possibly bear this name in this namespace. */
  List<T> maybe(String name, NamespaceRef namespace) {
    Bucket<T> bucket = byName.get(name);
    if (bucket == null) {
      return List.of();
    }
    List<T> all = new ArrayList<>();
    if (namespace.isNamed()) {
      all.addAll(bucket.named.getOrDefault(namespace.name(), List.of()));
    } else {
      bucket.named.values().forEach(all::addAll);
    }
    all.addAll(bucket.assumed);
    all.addAll(bucket.open);
    return all;
  }

  /** The namespaces in which this name certainly is, in the order of the files. */
  List<String> namespacesOf(String name) {
    Bucket<T> bucket = byName.get(name);
    return bucket == null ? List.of() : List.copyOf(bucket.named.keySet());
  }

  /** All that bear this name, whatever the namespace. */
  List<T> anywhere(String name) {
    return maybe(name, NamespaceRef.OPEN);
  }

  /** All of them. */
  List<T> all() {
    List<T> all = new ArrayList<>();
    byName.keySet().forEach(name -> all.addAll(anywhere(name)));
    return all;
  }

  /** The names that are certainly in this namespace. */
  Iterable<String> namesIn(NamespaceRef namespace) {
    @Nullable Map<String, Bucket<T>> names = namesIn.get(key(namespace));
    return names == null ? List.of() : names.keySet();
  }

  /** Whether nothing was added. */
  boolean isEmpty() {
    return byName.isEmpty();
  }
}
