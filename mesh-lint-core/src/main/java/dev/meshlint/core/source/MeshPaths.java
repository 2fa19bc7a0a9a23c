package dev.meshlint.core.source;

import java.util.List;

/**
 * Which files make up one of several meshes. Immutable.
 *
 * @param name the name of the mesh
 * @param include patterns of its files and folders, in the grammar of {@code .gitignore}, from the configuration's folder
 * @param context files, folders or globs that this mesh reads for resolution only
 */
public record MeshPaths(String name, List<String> include, List<String> context) {
  /** Makes the lists unmodifiable. */
  public MeshPaths {
    include = List.copyOf(include);
    context = List.copyOf(context);
  }
}
