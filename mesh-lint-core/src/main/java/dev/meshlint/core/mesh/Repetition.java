package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.value.Placeholders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A resource that is defined twice where both definitions are applied together. Definitions in other files are alternatives:
 * variants, stages, overlays of which one is applied.
 *
 * @param first one definition
 * @param again a later one
 * @param kustomized whether they lie in different files of one kustomization, rather than in one file
 */
public record Repetition(Resource first, Resource again, boolean kustomized) {
  static List<Repetition> all(Nearness nearness) {
    List<Repetition> all = new ArrayList<>();
    for (List<Resource> definitions : nearness.alternatives()) {
      if (isIdentity(definitions.get(0))) {
        add(definitions, all);
      }
    }
    return all;
  }

  /** A name that is generated or filled in, or a namespace that is not known, identifies nothing. */
  private static boolean isIdentity(Resource resource) {
    boolean placed =
        resource.scope() == Resource.Scope.CLUSTER
            || resource.namespace().kind() != NamespaceRef.Kind.OPEN;
    return placed && !resource.name().isEmpty() && !Placeholders.inName(resource.name());
  }

  private static void add(List<Resource> definitions, List<Repetition> all) {
    Map<SourceFile, Resource> byFile = new IdentityHashMap<>();
    Map<String, Resource> byKustomization = new HashMap<>();
    List<Resource> inOrder = new ArrayList<>(definitions);
    inOrder.sort(
        Comparator.comparing((Resource one) -> one.file().name())
            .thenComparing(one -> one.node().start()));
    for (Resource definition : inOrder) {
      if (definition.origin().context() || isAppliedInTurn(definition)) {
        continue;
      }
      Resource inFile = byFile.putIfAbsent(definition.file(), definition);
      String kustomization = definition.origin().kustomization();
      Resource built = null;
      if (kustomization != null) {
        built = byKustomization.putIfAbsent(kustomization, definition);
      }
      if (inFile != null) {
        all.add(new Repetition(inFile, definition, false));
      } else if (built != null) {
        all.add(new Repetition(built, definition, true));
      }
    }
  }

  /** Hooks of Helm and Argo CD have their times, and each change of a Knative Service makes a revision that stays. */
  private static boolean isAppliedInTurn(Resource resource) {
    return resource.group().equals("serving.knative.dev")
        || resource.annotation("helm.sh/hook") != null
        || resource.annotation("argocd.argoproj.io/hook") != null;
  }

  /** Whether both say the same, letter by letter. */
  public boolean isCopy() {
    return text(first).equals(text(again));
  }

  private static String text(Resource resource) {
    String text = resource.file().text();
    return text.substring(resource.node().start(), resource.node().end()).strip();
  }
}
