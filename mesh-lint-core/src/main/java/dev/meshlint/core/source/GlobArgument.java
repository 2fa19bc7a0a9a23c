package dev.meshlint.core.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Expands a glob as a shell would, with {@code **} for any number of folders. Names that begin with a dot, and folders
 * that tools fill, are only met where the glob spells them. A folder that matches is a result; nothing below it is.
 */
final class GlobArgument {
  private final PathGlob glob;
  private final String[] segments;
  private final boolean deep;
  private final List<Path> found = new ArrayList<>();

  private GlobArgument(List<String> segments) {
    this.segments = segments.toArray(new String[0]);
    this.deep = segments.contains("**");
    this.glob = PathGlob.of(String.join("/", segments));
  }

  /**
   * The paths that match, in a stable order.
   *
   * @throws IOException if the folder before the first wildcard cannot be read
   */
  static List<Path> expand(Path workingDirectory, String pattern) throws IOException {
    List<String> parts = PathGlob.split(pattern);
    int literal = 0;
    while (literal < parts.size() && !SegmentGlob.isGlob(parts.get(literal))) {
      literal++;
    }
    String start = String.join("/", parts.subList(0, literal));
    Path folder =
        workingDirectory.resolve(pattern.startsWith("/") ? "/" + start : start).normalize();
    GlobArgument argument = new GlobArgument(parts.subList(literal, parts.size()));
    if (Files.isDirectory(folder)) {
      argument.walk(folder, new String[0]);
    }
    return argument.found;
  }

  private void walk(Path folder, String[] names) throws IOException {
    for (Path entry : list(folder)) {
      String name = String.valueOf(entry.getFileName());
      String[] path = Arrays.copyOf(names, names.length + 1);
      path[names.length] = name;
      boolean spelt = path.length <= segments.length && segments[names.length].equals(name);
      if (!spelt && (name.startsWith(".") || FileRules.isToolFolder(name))) {
        continue;
      }
      if (glob.matches(path, 0, path.length)) {
        found.add(entry);
      } else if ((deep || path.length < segments.length) && isFolder(entry)) {
        walk(entry, path);
      }
    }
  }

  /** Links to folders are not entered: the walk could run in a circle. */
  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(null);
    return entries;
  }
}
