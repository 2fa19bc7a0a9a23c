package dev.meshlint.core.finding;

import java.util.List;

/**
 * What a baseline did in a run.
 *
 * @param known findings that the baseline lists, which are not among the findings of the report
 * @param gone how many findings the baseline lists that are there no more
 */
public record BaselineUse(List<Finding> known, int gone) {
  /** Makes the list unmodifiable. */
  public BaselineUse {
    known = List.copyOf(known);
  }
}
