package dev.meshlint.core.manifest;

import dev.meshlint.core.finding.Skipped;
import dev.meshlint.core.source.NonManifests;
import dev.meshlint.core.source.SkipReason;
import dev.meshlint.core.source.SkippedSource;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceError;
import dev.meshlint.core.source.SourceSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads, decodes, parses and classifies sources. Bad input gives problems, never an exception; the result does not
 * depend on the number of threads.
 */
public final class ManifestLoader {
  private final ManifestOptions options;
  private final NonManifests others;
  private final SourceSet sources;
  private final List<Resource> resources = new ArrayList<>();
  private final List<ManifestFile> files = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<SourceError> errors;

  private ManifestLoader(SourceSet sources, ManifestOptions options) {
    this.sources = sources;
    this.options = options;
    this.others = new NonManifests(sources);
    this.errors = new ArrayList<>(sources.errors());
    for (SkippedSource one : sources.skipped()) {
      skipped.add(new Skipped(one.name(), one.reason().text()));
    }
  }

  /** Reads what was found. */
  public static ManifestSet load(SourceSet sources, ManifestOptions options) {
    return new ManifestLoader(sources, options).load();
  }

  private ManifestSet load() {
    FileLoader.Outcome[] outcomes = new FileLoader(options, others).load(sources.sources());
    Map<Integer, MeshFiles> byMesh = new TreeMap<>();
    for (int i = 0; i < outcomes.length; i++) {
      Source source = sources.sources().get(i);
      MeshFiles mesh =
          byMesh.computeIfAbsent(source.mesh(), number -> new MeshFiles(number, source.meshName()));
      mesh.locations.add(source.location());
      collect(source, outcomes[i], mesh);
    }
    if (byMesh.isEmpty()) {
      byMesh.put(0, new MeshFiles(0, null));
    }
    MeshFiles shared = byMesh.remove(Source.ALL_MESHES);
    List<Resource> sharedResources = new ArrayList<>();
    if (shared != null) {
      read(shared, shared.kustomizations(options), sharedResources);
    }
    List<ManifestSet.MeshPart> meshes = new ArrayList<>();
    for (MeshFiles mesh : byMesh.values()) {
      while (meshes.size() < mesh.number) {
        meshes.add(new ManifestSet.MeshPart(meshes.size(), null, Kustomizations.NONE, List.of()));
      }
      mesh.addContext(shared);
      meshes.add(read(mesh, sharedResources));
    }
    resources.addAll(sharedResources);
    skipped.sort(Comparator.comparing(Skipped::file));
    return new ManifestSet(resources, files, skipped, errors, meshes);
  }

  private void collect(Source source, FileLoader.Outcome outcome, MeshFiles mesh) {
    LoadedFile file = outcome.file();
    if (file != null) {
      mesh.files.add(file);
    } else if (outcome.error() != null) {
      errors.add(outcome.error());
    } else if (outcome.skipped() != null) {
      mesh.others.put(source, outcome.skipped());
    }
  }

  private ManifestSet.MeshPart read(MeshFiles mesh, List<Resource> shared) {
    Kustomizations kustomizations = mesh.kustomizations(options);
    List<Resource> own = new ArrayList<>();
    read(mesh, kustomizations, own);
    resources.addAll(own);
    own.addAll(shared);
    return new ManifestSet.MeshPart(mesh.number, mesh.name, kustomizations, own);
  }

  private void read(MeshFiles mesh, Kustomizations kustomizations, List<Resource> out) {
    ClusterScopedKinds scopes = mesh.scopes();
    boolean owned = false;
    for (LoadedFile file : mesh.files) {
      FileSorter sorter = new FileSorter(file, kustomizations, others);
      ResourceReader reader =
          new ResourceReader(file, scopes, kustomizations, options.fallback(), out);
      int before = out.size();
      owned |= file.mentions().contains(LoadedFile.Mention.OWNERS);
      sorter.manifests().forEach(reader::read);
      conclude(file, sorter, out.size() - before);
    }
    for (Map.Entry<Source, SkipReason> other : mesh.others.entrySet()) {
      SkipReason part = kustomizations.partOf(other.getKey().location());
      boolean vague =
          other.getValue() == SkipReason.NOT_A_MANIFEST
              || other.getValue() == SkipReason.HELM_VALUES;
      skip(other.getKey(), (vague && part != null ? part : other.getValue()).text());
    }
    if (owned) {
      Owners.apply(out);
    }
  }

  private void conclude(LoadedFile file, FileSorter sorter, int count) {
    if (!file.source().context()) {
      for (String reason : sorter.reasons(count)) {
        skip(file.source(), reason);
      }
      if (count > 0 || !sorter.problems().isEmpty()) {
        files.add(new ManifestFile(file.yaml(), file.source().mesh(), sorter.problems(), count));
      }
    }
  }

  private void skip(Source source, String reason) {
    if (!source.context()) {
      skipped.add(new Skipped(source.name(), reason));
    }
  }
}
