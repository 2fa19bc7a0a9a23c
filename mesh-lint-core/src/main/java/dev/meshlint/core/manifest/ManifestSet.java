package dev.meshlint.core.manifest;

import dev.meshlint.core.finding.Skipped;
import dev.meshlint.core.source.SourceError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was read. Immutable but for the marks on its resources.
 *
 * @param resources all resources, context included, in the order of the sources
 * @param files the files that are linted, in their order
 * @param skipped what is not linted, with the reason
 * @param errors what makes the run itself fail
 * @param meshes the meshes, each at its number; one unless every argument is a mesh of its own. A mesh of which nothing
 *     was read is empty
 */
public record ManifestSet(
    List<Resource> resources,
    List<ManifestFile> files,
    List<Skipped> skipped,
    List<SourceError> errors,
    List<MeshPart> meshes) {
  /** Makes the lists unmodifiable. */
  public ManifestSet {
    resources = List.copyOf(resources);
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    errors = List.copyOf(errors);
    meshes = List.copyOf(meshes);
  }

  /**
   * What belongs to one mesh.
   *
   * @param number its number, as in {@link Resource.Origin#mesh()}
   * @param name the PATH as given, with one mesh a PATH; else null
   * @param kustomizations the kustomizations in view
   * @param resources its resources and the context that all meshes share, in the order of the sources
   */
  public record MeshPart(
      int number, @Nullable String name, Kustomizations kustomizations, List<Resource> resources) {
    /** Makes the list unmodifiable. */
    public MeshPart {
      resources = List.copyOf(resources);
    }
  }

  /** How many files were read as manifests. */
  public int fileCount() {
    int count = 0;
    for (ManifestFile file : files) {
      if (file.resources() > 0 || !file.problems().isEmpty()) {
        count++;
      }
    }
    return count;
  }

  /** The resources that are linted, without context. */
  public List<Resource> linted() {
    List<Resource> linted = new ArrayList<>();
    for (Resource resource : resources) {
      if (!resource.origin().context()) {
        linted.add(resource);
      }
    }
    return linted;
  }
}
