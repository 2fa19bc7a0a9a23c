package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Alternatives: one identity is often defined several times in a run, for variants and stages. Those that are applied
 * together with a reference lie near it.
 */
public final class Nearness {
  private Nearness() {}

  /**
   * The definitions that are plainly applied together with a reference: in the same file, else in the same
   * kustomization, else in the same folder; all of them where none is that near.
   */
  public static <T extends Located> List<T> nearest(List<T> definitions, Resource from) {
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

  private static int rank(Resource definition, Resource from) {
    if (definition.file() == from.file()) {
      return 3;
    }
    String kustomization = from.origin().kustomization();
    if (kustomization != null
        && Objects.equals(kustomization, definition.origin().kustomization())) {
      return 2;
    }
    return definition.file().folder().equals(from.file().folder()) ? 1 : 0;
  }
}
