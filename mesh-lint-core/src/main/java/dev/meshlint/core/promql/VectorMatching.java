package dev.meshlint.core.promql;

import java.util.List;

/**
 * Which series of two vectors belong together.
 *
 * @param on whether the labels are those that count; else those that do not
 * @param labels the labels
 * @param group which side may have several series for one of the other
 * @param include the labels that are taken over from the other side
 */
public record VectorMatching(boolean on, List<Name> labels, Group group, List<Name> include) {
  /** Which side may have several series. */
  public enum Group {
    /** Neither. */
    NONE,
    /** The left one: {@code group_left}. */
    LEFT,
    /** The right one: {@code group_right}. */
    RIGHT
  }

  /** Makes the lists unmodifiable. */
  public VectorMatching {
    labels = List.copyOf(labels);
    include = List.copyOf(include);
  }
}
