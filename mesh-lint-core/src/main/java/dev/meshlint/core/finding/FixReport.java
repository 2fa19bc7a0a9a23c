package dev.meshlint.core.finding;

import dev.meshlint.core.source.Replacement;
import java.util.List;

/**
 * The outcome of a run that repairs. Nothing has been written.
 *
 * @param before what was found before any repair
 * @param after what is found in the repaired texts, and how many fixes were made
 * @param replacements the new texts of the files that changed, in the order of their names
 */
public record FixReport(LintReport before, LintReport after, List<Replacement> replacements) {
  /** Makes the list unmodifiable. */
  public FixReport {
    replacements = List.copyOf(replacements);
  }
}
