package dev.meshlint.core.promql;

import java.util.List;

/**
 * The labels by which an aggregation groups.
 *
 * @param without whether these are the labels that are dropped; else those that are kept
 * @param labels the labels
 */
public record Grouping(boolean without, List<Name> labels) {
  /** Makes the list unmodifiable. */
  public Grouping {
    labels = List.copyOf(labels);
  }
}
