package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Alternatives: one identity is often defined several times in a run, for variants and stages. Those that are applied
 * together with a reference lie near it.
 */
public final class Nearness {
  private final Kustomizations kustomizations;
  private final boolean closed;
  private final Map<Identity, Resource> definitions = new HashMap<>();
  private final Map<Identity, List<Resource>> severalTimes = new LinkedHashMap<>();

  private record Identity(String group, String kind, NamespaceRef namespace, String name) {
    static Identity of(Resource resource) {
      return new Identity(resource.group(), resource.kind(), resource.namespace(), resource.name());
    }

    // By hand, as hashCode: what a record generates is linked at run time, which every run pays
    // for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Identity other
          && group.equals(other.group)
          && kind.equals(other.kind)
          && namespace.equals(other.namespace)
          && name.equals(other.name);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * (31 * group.hashCode() + kind.hashCode()) + namespace.hashCode())
          + name.hashCode();
    }
  }

  Nearness(List<Resource> resources, Kustomizations kustomizations, boolean closed) {
    this.kustomizations = kustomizations;
    this.closed = closed;
    for (Resource resource : resources) {
      Identity identity = Identity.of(resource);
      Resource first = definitions.putIfAbsent(identity, resource);
      if (first != null) {
        severalTimes
            .computeIfAbsent(identity, any -> new ArrayList<>(List.of(first)))
            .add(resource);
      }
    }
  }

  /** Whether the resource is one of several definitions of one identity, of which only one can be in a cluster. */
  public boolean isAlternative(Resource resource) {
    return severalTimes.containsKey(Identity.of(resource));
  }

  /** Definitions of one identity; lists of two or more, in the order of the files. */
  Collection<List<Resource>> alternatives() {
    return severalTimes.values();
  }

  /**
   * Whether two resources may be compared by rules on conflicts: they are not definitions of one identity, and neither has
   * alternatives through which alone they might meet.
   */
  public boolean mayMeet(Resource one, Resource other) {
    return one != other && !isAlternative(one) && !isAlternative(other);
  }

  /** Whether two resources are plainly applied together: they lie in one file, one kustomization builds both, or the world is closed. */
  public boolean appliedTogether(Resource one, Resource other) {
    return closed || one.file() == other.file() || kustomizations.together(one, other);
  }

  /**
   * The definitions that are plainly applied together with a reference: in the same file, else in the same
   * kustomization, else in the same folder; all of them where none is that near.
   */
  public <T extends Located> List<T> nearest(List<T> definitions, Resource from) {
    if (definitions.size() < 2) {
      return definitions;
    }
    int best = 0;
    List<T> nearest = new ArrayList<>();
    for (T definition : definitions) {
      Resource resource = definition.resource();
      int rank = resource == null ? 0 : rank(resource, from);
      if (rank > best) {
        best = rank;
        nearest.clear();
      }
      if (rank == best) {
        nearest.add(definition);
      }
    }
    return nearest;
  }

  /**
   * As {@link #nearest}, for a list that many references ask for.
   *
   * @param make makes of those that are nearest what is asked for
   */
  <T extends Located, G> NearestOf<T, G> index(List<T> definitions, Function<List<T>, G> make) {
    return new NearestOf<>(definitions, kustomizations, make);
  }

  /** Whether two resources lie in one file or folder, one kustomization builds both, or the world is closed. */
  public boolean isNear(Resource one, Resource other) {
    return closed || rank(one, other) > 0;
  }

  private int rank(Resource definition, Resource from) {
    if (definition.file() == from.file()) {
      return 3;
    }
    if (kustomizations.together(definition, from)) {
      return 2;
    }
    return definition.file().folder().equals(from.file().folder()) ? 1 : 0;
  }
}
