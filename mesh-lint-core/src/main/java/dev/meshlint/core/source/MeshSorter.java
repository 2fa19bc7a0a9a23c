package dev.meshlint.core.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sorts files into the configured meshes by their paths. */
final class MeshSorter {
  /** The number of a mesh that is not decided yet. */
  static final int BY_PATH = -2;

  private final List<MeshPaths> meshes;
  private final List<PathPatterns> patterns = new ArrayList<>();

  MeshSorter(SourceQuery query) {
    this.meshes = query.meshes();
    Path folder = query.projectFolder();
    for (MeshPaths mesh : meshes) {
      patterns.add(
          PathPatterns.of(mesh.include(), folder == null ? query.workingDirectory() : folder));
    }
  }

  /** Whether files are not sorted. */
  boolean isEmpty() {
    return meshes.isEmpty();
  }

  /** The number of the mesh of what belongs to no configured one. */
  int others() {
    return meshes.size();
  }

  /** The source once for every mesh that its path belongs to; itself if its mesh is decided. */
  List<Source> sort(Source source, Path path) {
    if (source.mesh() != BY_PATH) {
      return List.of(source);
    }
    List<Source> sorted = new ArrayList<>();
    for (int i = 0; i < meshes.size(); i++) {
      if (patterns.get(i).matches(path)) {
        sorted.add(source.inMesh(i, meshes.get(i).name()));
      }
    }
    return sorted.isEmpty() ? List.of(amongOthers(source)) : sorted;
  }

  /** The source in the mesh of what belongs to no configured one. */
  Source amongOthers(Source source) {
    return source.mesh() == BY_PATH ? source.inMesh(others(), null) : source;
  }
}
