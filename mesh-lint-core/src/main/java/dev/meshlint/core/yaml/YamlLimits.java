package dev.meshlint.core.yaml;

/**
 * Bounds on what is read, so that no input can exhaust memory or time. Reaching one is a problem with the rule {@code
 * input-too-large}, never an exception.
 *
 * @param characters the greatest length of a file, in UTF-16 code units
 * @param depth the greatest nesting of collections in each other
 * @param nodes the greatest number of nodes written in a file
 * @param aliasedNodes the greatest number of nodes that the aliases of a file may stand for
 */
public record YamlLimits(int characters, int depth, int nodes, int aliasedNodes) {
  /** Bounds that no manifest reaches: 200 million characters, 200 levels, a million nodes behind aliases. */
  public static final YamlLimits DEFAULT = new YamlLimits(200_000_000, 200, 20_000_000, 1_000_000);

  /** With a lower bound on what is written in a file, unless it is lower already. */
  public YamlLimits withNodes(int most) {
    return new YamlLimits(characters, depth, Math.min(nodes, most), aliasedNodes);
  }
}
