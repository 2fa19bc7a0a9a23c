package dev.meshlint.core.source;

import org.jspecify.annotations.Nullable;

/**
 * The ignore files that hold for one folder: its own, then those of the folders around it.
 *
 * @param outer those of the folders around it; null at the top
 * @param rules the folder's own
 * @param depth how many names the folder's path has
 */
record IgnoreChain(@Nullable IgnoreChain outer, IgnoreRules rules, int depth) {
  static final IgnoreChain EMPTY = new IgnoreChain(null, IgnoreRules.NONE, 0);

  /** The chain for a folder with these rules. */
  IgnoreChain with(IgnoreRules inner, int innerDepth) {
    return inner.isEmpty() ? this : new IgnoreChain(this, inner, innerDepth);
  }

  /** Whether the innermost rule that matches leaves this path out. */
  boolean ignores(String[] path, boolean folder) {
    for (IgnoreChain chain = this; chain != null; chain = chain.outer) {
      IgnoreRules.Verdict verdict = chain.rules.verdict(path, chain.depth, folder);
      if (verdict != IgnoreRules.Verdict.SILENT) {
        return verdict == IgnoreRules.Verdict.IGNORED;
      }
    }
    return false;
  }
}
