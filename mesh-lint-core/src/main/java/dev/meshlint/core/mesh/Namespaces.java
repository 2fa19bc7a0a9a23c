package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.value.Glob;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.WildcardText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The namespaces that the files name. Filled while the mesh is built, then only read. */
public final class Namespaces {
  /** Namespaces that every cluster has. */
  private static final Set<String> ALWAYS =
      Set.of("default", "kube-system", "kube-public", "kube-node-lease");

  private final MeshSettings settings;
  private final Map<String, List<Namespace>> objects = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, Resource> firstIn = new LinkedHashMap<>();
  private final Kustomizations kustomizations;
  private final Set<String> filled;
  private final Map<String, Resource> referrers = new HashMap<>();
  private final Set<String> referredTwice = new HashSet<>();

  /**
   * Makes it empty.
   *
   * @param settings what the configuration says
   * @param kustomizations which put things into namespaces and labels onto them
   */
  Namespaces(MeshSettings settings, Kustomizations kustomizations) {
    this.settings = settings;
    this.kustomizations = kustomizations;
    this.filled = kustomizations.namespaces();
    names.addAll(filled);
  }

  void add(Namespace namespace) {
    objects.computeIfAbsent(namespace.resource().name(), key -> new ArrayList<>(1)).add(namespace);
    names.add(namespace.resource().name());
  }

  void addResource(Resource resource) {
    if (resource.scope() == Resource.Scope.NAMESPACED && resource.namespace().isNamed()) {
      firstIn.putIfAbsent(resource.namespace().name(), resource);
      names.add(resource.namespace().name());
    }
  }

  /** Notes which namespaces a resource names: a name that two resources refer to is no typing mistake. */
  void refer(View from) {
    for (NamespaceReference reference : NamespaceReference.of(from)) {
      String name = reference.namespace().text();
      Resource first = referrers.putIfAbsent(name, from.resource());
      if (first != null && first != from.resource()) {
        referredTwice.add(name);
      }
    }
  }

  /** The Namespace objects with this name; empty where none is in view. */
  public List<Namespace> objects(NamespaceRef namespace) {
    return namespace.isNamed() ? objects.getOrDefault(namespace.name(), List.of()) : List.of();
  }

  /** Whether a kustomization may give a Namespace object other labels of Istio than its file shows. */
  boolean hasOpenLabels(Namespace namespace) {
    for (String label : kustomizations.addedLabels(namespace.resource()).keySet()) {
      if (label.startsWith("istio")) {
        return true;
      }
    }
    return namespace.metadata().isOpen("labels") || kustomizations.isPatched(namespace.resource());
  }

  /** Whether a Namespace object or a resource of this namespace is in view. */
  public boolean inView(String name) {
    return objects.containsKey(name) || firstIn.containsKey(name) || filled.contains(name);
  }

  /** The names of all namespaces in view. */
  public Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /** Whether every resource of this namespace is in view, because the configuration says so. */
  public boolean isComplete(NamespaceRef namespace) {
    return Names.isComplete(namespace, settings);
  }

  /**
   * Whether a namespace exists.
   *
   * @param name the name
   * @return found with the Namespace objects or, where there are none, one resource that lies in it
   */
  public Answer<Resource> find(String name) {
    List<Namespace> found = objects.get(name);
    if (found != null) {
      return new Found<>(found.stream().map(Namespace::resource).toList());
    }
    Resource first = firstIn.get(name);
    if (first != null) {
      return Answer.found(first);
    }
    if (ALWAYS.contains(name) || filled.contains(name) || isKnown(name)) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    String near = referredTwice.contains(name) ? null : NearMiss.nearest(name, names());
    if (near != null) {
      List<Namespace> nearObjects = objects.getOrDefault(near, List.of());
      return new Absent<>(Evidence.NEAR_MISS, List.copyOf(nearObjects), near);
    }
    return settings.world() == World.CLOSED
        ? new Absent<>(Evidence.CLOSED, List.of(), NearMiss.suggestion(name, names()))
        : new Unknown<>(Why.NOT_IN_VIEW);
  }

  /**
   * Whether some namespace matches a pattern of a policy.
   *
   * @param pattern a name, {@code name*}, {@code *name} or {@code *}
   * @return for a pattern with {@code *} absent only where the world is closed
   */
  public Answer<Resource> find(WildcardText pattern) {
    if (pattern.kind() == WildcardText.Kind.EXACT) {
      return find(pattern.text());
    }
    for (Set<String> names : List.of(names, ALWAYS)) {
      for (String name : names) {
        if (pattern.matches(name)) {
          return new Unknown<>(Why.DECLARED_ELSEWHERE);
        }
      }
    }
    return settings.world() == World.CLOSED
        ? new Absent<>(Evidence.CLOSED, List.of(), null)
        : new Unknown<>(Why.DECLARED_ELSEWHERE);
  }

  private boolean isKnown(String name) {
    for (String pattern : settings.known().namespaces()) {
      if (Glob.matches(pattern, name)) {
        return true;
      }
    }
    return false;
  }
}
