package dev.meshlint.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is reported of all that is found. Everything is read all the same. Immutable.
 *
 * @param files files and folders: findings in them are reported, and those elsewhere that speak of a place in them; empty
 *     for all
 * @param since a commit: findings that its state had too are not reported; null for all
 */
public record Focus(List<String> files, @Nullable String since) {
  /** Everything that is found is reported. */
  public static final Focus ALL = new Focus(List.of(), null);

  /** Makes the list unmodifiable. */
  public Focus {
    files = List.copyOf(files);
  }
}
