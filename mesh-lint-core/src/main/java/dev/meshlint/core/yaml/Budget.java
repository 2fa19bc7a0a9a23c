package dev.meshlint.core.yaml;

/** How much of a file has been read, against what may be read of it. Used by one thread. */
final class Budget {
  private final YamlLimits limits;
  private int nodes;
  private long aliased;

  Budget(YamlLimits limits) {
    this.limits = limits;
  }

  /** Counts a value that is written; answers whether there are too many now. */
  boolean exceedsNodes() {
    nodes++;
    return nodes > limits.nodes();
  }

  /** Counts what an alias stands for; answers whether there is too much behind all aliases now. */
  boolean exceedsAliased(Extent extent) {
    aliased += extent.nodes();
    return aliased > limits.aliasedNodes();
  }

  /** Whether no further document can be read. */
  boolean isSpent() {
    return nodes > limits.nodes();
  }
}
