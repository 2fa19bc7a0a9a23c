package dev.meshlint.core.config;

import dev.meshlint.core.mesh.Known;
import java.util.List;

/**
 * One of several meshes in a repository.
 *
 * @param name its name, which findings carry
 * @param include patterns of its files and folders, in the grammar of {@code .gitignore}, from the folder of the
 *     configuration
 * @param context files and folders that this mesh reads for resolution only
 * @param known what exists outside the files of this mesh
 */
public record MeshEntry(String name, List<String> include, List<String> context, Known known) {
  /** Makes the lists unmodifiable. */
  public MeshEntry {
    include = List.copyOf(include);
    context = List.copyOf(context);
  }
}
