package dev.meshlint.core.rule;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer;

/** Where a rule says what it found. Used by one thread. */
public interface Findings {
  /**
   * Reports a fact of the files themselves.
   *
   * @param at where: as narrow as possible
   * @param message one sentence: lower-case start, names in quotes, what is wrong and what it leads to, no full stop
   * @return the finding, for what is worth adding
   */
  Report report(Located at, String message);

  /**
   * Reports a reference that leads nowhere. Certainty, did-you-mean and related places come from the answer; nothing is
   * reported where the answer is unknown for a reason that is not shown.
   *
   * @param at the reference
   * @param why the answer that was not found
   * @param message as for {@link #report(Located, String)}, without the did-you-mean
   * @return the finding, for what is worth adding
   */
  Report report(Located at, Answer.NotFound<?> why, String message);

  /** The options of the rule: the catalogue's defaults, overridden by the configuration. */
  Options options();
}
