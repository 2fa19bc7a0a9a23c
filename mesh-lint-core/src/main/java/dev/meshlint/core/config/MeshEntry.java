package dev.meshlint.core.config;

import dev.meshlint.core.mesh.Known;
import dev.meshlint.core.render.Rendering;
import java.util.List;

/**
 * One of several meshes in a repository.
 *
 * @param name its name, which findings carry
 * @param include patterns of its files and folders, in the grammar of {@code .gitignore}, from the folder of the
 *     configuration
 * @param context files and folders that this mesh reads for resolution only
 * @param known what exists outside the files of this mesh
 * @param renderings what kustomize and helm make manifests of for this mesh, from the folder of the configuration
 */
public record MeshEntry(
    String name,
    List<String> include,
    List<String> context,
    Known known,
    List<Rendering> renderings) {
  /** Makes the lists unmodifiable. */
  public MeshEntry {
    include = List.copyOf(include);
    context = List.copyOf(context);
    renderings = List.copyOf(renderings);
  }
}
