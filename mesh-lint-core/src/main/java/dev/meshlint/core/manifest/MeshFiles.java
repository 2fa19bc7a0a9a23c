package dev.meshlint.core.manifest;

import dev.meshlint.core.source.SkipReason;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of one mesh while they are read. */
final class MeshFiles {
  final int number;
  final @Nullable String name;
  final List<LoadedFile> files = new ArrayList<>();

  /** Files that belong to all meshes: looked at for what they say about these ones. */
  private List<LoadedFile> context = List.of();

  /** Sources that were not even parsed, and why. */
  final Map<Source, SkipReason> others = new LinkedHashMap<>();

  /** Where all sources lie, also those that are no manifests. */
  final Set<String> locations = new HashSet<>();

  MeshFiles(int number, @Nullable String name) {
    this.number = number;
    this.name = name;
  }

  void addContext(@Nullable MeshFiles shared) {
    if (shared != null) {
      context = shared.files;
      locations.addAll(shared.locations);
    }
  }

  private List<LoadedFile> view() {
    if (context.isEmpty()) {
      return files;
    }
    List<LoadedFile> all = new ArrayList<>(files);
    all.addAll(context);
    return all;
  }

  /** The kinds that live in the cluster, as far as is known or declared in view. */
  ClusterScopedKinds scopes() {
    ClusterScopedKinds scopes = new ClusterScopedKinds();
    for (LoadedFile file : view()) {
      if (file.mentions().contains(LoadedFile.Mention.DEFINITIONS)) {
        for (YamlDocument document : file.yaml().documents()) {
          if (document.root() instanceof YamlMapping root) {
            scopes.learnFrom(root);
          }
        }
      }
    }
    return scopes;
  }

  Kustomizations kustomizations(ManifestOptions options) {
    List<LoadedFile> view = view();
    List<Kustomization> found = new ArrayList<>();
    Map<String, LoadedFile> byLocation = new HashMap<>();
    for (LoadedFile file : view) {
      byLocation.put(file.location(), file);
    }
    for (LoadedFile file : view) {
      YamlMapping root = KustomizationReader.rootOf(file);
      if (root != null) {
        found.add(KustomizationReader.read(root, file, byLocation, options.limits()));
      }
    }
    Kustomizations own = Kustomizations.of(view, found, locations, options.fallback());
    List<Kustomization> flux = FluxKustomizations.read(view, locations, own, options.limits());
    if (!flux.isEmpty()) {
      found.addAll(flux);
      return Kustomizations.of(view, found, locations, options.fallback());
    }
    return own;
  }
}
