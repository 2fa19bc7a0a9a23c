package dev.meshlint.core.source;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The project that a file belongs to. */
public final class ProjectRoot {
  private ProjectRoot() {}

  /**
   * The folder of the configuration, where the file lies below it; else the nearest folder around the file that holds
   * {@code .git}. Null where there is none, or where it is the root of the file system or a home directory: that is no
   * project, and nobody wants all of it read.
   */
  public static @Nullable Path around(Path file, @Nullable Path configurationFolder) {
    if (configurationFolder != null && file.startsWith(configurationFolder)) {
      return tooWide(configurationFolder) ? null : configurationFolder;
    }
    Path root = gitRoot(file);
    return root == null || tooWide(root) ? null : root;
  }

  /** The nearest folder, from this file or folder up, that holds {@code .git}; null if none does. */
  static @Nullable Path gitRoot(Path path) {
    for (Path folder = path; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return folder;
      }
    }
    return null;
  }

  private static boolean tooWide(Path folder) {
    return folder.getParent() == null
        || folder.equals(Path.of(System.getProperty("user.home", "/")));
  }
}
