package dev.meshlint.core.config;

import java.util.List;

/**
 * Rules set differently for some resources. A resource is meant if it fits every list that is not empty.
 *
 * @param paths globs of files, relative to the folder of the configuration
 * @param namespaces names of namespaces, which may hold {@code *}
 * @param kinds kinds of resources
 * @param rules what is set
 */
public record RuleOverride(
    List<String> paths, List<String> namespaces, List<String> kinds, List<RuleConfig> rules) {
  /** Makes the lists unmodifiable. */
  public RuleOverride {
    paths = List.copyOf(paths);
    namespaces = List.copyOf(namespaces);
    kinds = List.copyOf(kinds);
    rules = List.copyOf(rules);
  }
}
