package dev.meshlint.core.source;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that differ from an earlier state, and what was in them. Immutable. */
public final class Changes {
  private final Map<Path, byte[]> before;
  private final Set<Path> added;

  /**
   * Takes changes.
   *
   * @param before the former bytes of files that have changed or are gone, by absolute path
   * @param added the absolute paths of files that were not there
   */
  Changes(Map<Path, byte[]> before, Set<Path> added) {
    this.before = new HashMap<>(before);
    this.added = Set.copyOf(added);
  }

  /** The paths of all files that were there and are not what they were. */
  Set<Path> former() {
    return before.keySet();
  }

  /** Whether a file is new. */
  boolean isNew(@Nullable Path path) {
    return path != null && added.contains(path);
  }

  /** What was in a file; null if it has not changed, or was not there. */
  @Nullable StandardInput before(@Nullable Path path) {
    byte[] bytes = path == null ? null : before.get(path);
    return bytes == null ? null : () -> new ByteArrayInputStream(bytes);
  }
}
