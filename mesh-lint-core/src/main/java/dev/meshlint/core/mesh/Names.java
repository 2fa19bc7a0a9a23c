package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.value.Glob;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place where "not in view" may become "does not exist": objects of one sort looked up by name and namespace.
 *
 * <p>Filled while the mesh is built, then only read.
 */
final class Names<T extends Located> {
  private final ByNamespace<T> index = new ByNamespace<>();
  private final Map<String, Resource> referrers = new HashMap<>();
  private final Set<String> referredTwice = new HashSet<>();
  private final MeshSettings settings;
  private final List<String> known;

  /**
   * Makes an empty index.
   *
   * @param settings what the configuration says
   * @param known patterns {@code name} or {@code namespace/name} of objects that exist outside the files
   */
  Names(MeshSettings settings, List<String> known) {
    this.settings = settings;
    this.known = known;
  }

  void add(String name, NamespaceRef namespace, T value) {
    index.add(name, namespace, value);
  }

  /** Notes who refers to a name: one that two resources refer to is no typing mistake. */
  void refer(String name, Resource from) {
    Resource first = referrers.putIfAbsent(name, from);
    if (first != null && first != from) {
      referredTwice.add(name);
    }
  }

  ByNamespace<T> index() {
    return index;
  }

  /** Looks up a name whose namespace is written. */
  Answer<T> find(String name, NamespaceRef namespace) {
    return find(name, namespace, false);
  }

  /** Looks up a name that is written without a namespace and read in the one of the resource that holds it. */
  Answer<T> findUnqualified(String name, NamespaceRef own) {
    return find(name, own, true);
  }

  private Answer<T> find(String name, NamespaceRef namespace, boolean unqualified) {
    ByNamespace.Hits<T> hits = index.at(name, namespace);
    if (!hits.certain().isEmpty()) {
      return new Found<>(hits.certain());
    }
    if (namespace.kind() == NamespaceRef.Kind.OPEN || hits.possible()) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    return missing(name, namespace, unqualified);
  }

  private Answer.NotFound<T> missing(String name, NamespaceRef namespace, boolean unqualified) {
    if (isKnown(name, namespace)) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    String near = nearest(name, namespace);
    if (near != null) {
      return new Absent<>(
          Evidence.NEAR_MISS, List.copyOf(index.at(near, namespace).certain()), near);
    }
    List<String> elsewhere =
        unqualified && namespace.isNamed() ? index.namespacesOf(name) : List.of();
    if (elsewhere.size() == 1) {
      NamespaceRef other = NamespaceRef.named(elsewhere.get(0));
      return new Absent<>(
          Evidence.ELSEWHERE,
          List.copyOf(index.at(name, other).certain()),
          other.name() + "/" + name);
    }
    if (isComplete(namespace)) {
      return new Absent<>(Evidence.CLOSED, List.of(), suggestion(name, namespace));
    }
    return new Unknown<>(Why.NOT_IN_VIEW);
  }

  /** The one name in this namespace that was plainly meant, or null. */
  @Nullable String nearest(String name, NamespaceRef namespace) {
    if (referredTwice.contains(name)) {
      return null;
    }
    List<String> candidates = new ArrayList<>();
    index.namesIn(namespace).forEach(candidates::add);
    return NearMiss.nearest(name, candidates);
  }

  private @Nullable String suggestion(String name, NamespaceRef namespace) {
    List<String> candidates = new ArrayList<>();
    index.namesIn(namespace).forEach(candidates::add);
    return NearMiss.suggestion(name, candidates);
  }

  private boolean isKnown(String name, NamespaceRef namespace) {
    for (String pattern : known) {
      if (Glob.matches(pattern, name) || Glob.matches(pattern, namespace.name() + "/" + name)) {
        return true;
      }
    }
    return false;
  }

  boolean isComplete(NamespaceRef namespace) {
    return isComplete(namespace, settings);
  }

  static boolean isComplete(NamespaceRef namespace, MeshSettings settings) {
    if (settings.world() == World.CLOSED) {
      return true;
    }
    if (namespace.isNamed()) {
      for (String pattern : settings.known().completeNamespaces()) {
        if (Glob.matches(pattern, namespace.name())) {
          return true;
        }
      }
    }
    return false;
  }
}
