package dev.meshlint.core.finding;

import java.util.List;

/**
 * What a baseline did in a run.
 *
 * @param known findings that the baseline lists, which are not among the findings of the report
 * @param gone the fingerprints of findings that the baseline lists and that are there no more, each as often as it is missing
 */
public record BaselineUse(List<Finding> known, List<String> gone) {
  /** Makes the lists unmodifiable. */
  public BaselineUse {
    known = List.copyOf(known);
    gone = List.copyOf(gone);
  }
}
