package dev.meshlint.core.source;

import java.nio.file.Path;

/**
 * The names under which paths are shown: with forward slashes and relative to the working directory; outside of it as
 * the argument that led there was written, relative or absolute.
 */
final class SourceNames {
  private final Path workingDirectory;

  SourceNames(Path workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  /**
   * The name of a path.
   *
   * @param path an absolute path
   * @param absolute whether a path outside the working directory is shown absolute
   */
  String of(Path path, boolean absolute) {
    boolean relative =
        path.startsWith(workingDirectory)
            || (!absolute && path.getRoot().equals(workingDirectory.getRoot()));
    String name = (relative ? workingDirectory.relativize(path) : path).toString();
    if (name.isEmpty()) {
      return ".";
    }
    return path.getFileSystem().getSeparator().equals("/") ? name : name.replace('\\', '/');
  }
}
