package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.WorkloadSelecting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Policies of one kind by namespace and selector. Filled and closed while the mesh is built, then only read. */
final class PolicyIndex<T extends WorkloadSelecting> {
  private final Map<NamespaceRef, List<T>> added = new LinkedHashMap<>();
  private final Map<NamespaceRef, SelectorIndex<T>> indices = new LinkedHashMap<>();
  private final SelectorIndex<T> none = new SelectorIndex<>(List.of());

  void add(T policy) {
    added.computeIfAbsent(policy.resource().namespace(), any -> new ArrayList<>(1)).add(policy);
  }

  /** To be called when all have been added. */
  void close() {
    added.forEach((namespace, policies) -> indices.put(namespace, new SelectorIndex<>(policies)));
    added.clear();
  }

  /** Those that are certainly in this namespace. */
  SelectorIndex<T> in(NamespaceRef namespace) {
    return namespace.kind() == NamespaceRef.Kind.OPEN
        ? none
        : indices.getOrDefault(namespace, none);
  }

  /** The namespaces that hold some. */
  Set<NamespaceRef> namespaces() {
    return indices.keySet();
  }

  /** Those whose namespace is not known. */
  SelectorIndex<T> inOpenNamespaces() {
    return indices.getOrDefault(NamespaceRef.OPEN, none);
  }

  /**
   * Whether some others may be in this namespace, because the files do not tell theirs, or its own.
   *
   * @param namespace the namespace
   * @param except a namespace whose policies do not count
   */
  boolean mayHoldOthers(NamespaceRef namespace, NamespaceRef except) {
    if (namespace.isNamed()) {
      return indices.containsKey(NamespaceRef.ASSUMED) || indices.containsKey(NamespaceRef.OPEN);
    }
    for (NamespaceRef other : indices.keySet()) {
      if (other.same(namespace) == Same.MAYBE && !other.equals(except)) {
        return true;
      }
    }
    return false;
  }
}
