package dev.meshlint.core.config;

import dev.meshlint.core.finding.ResourceId;
import dev.meshlint.core.value.Glob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules set differently for some resources. A resource is meant if it fits every list that is not empty.
 *
 * @param paths patterns of files and folders as in {@code .gitignore}, from the folder of the configuration
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

  /** Whether it is for some resources only. */
  public boolean isLimited() {
    return !(paths.isEmpty() && namespaces.isEmpty() && kinds.isEmpty());
  }

  /** Whether a finding on this resource, or on none, is meant as far as kind and namespace go. */
  public boolean fits(@Nullable ResourceId resource) {
    if (namespaces.isEmpty() && kinds.isEmpty()) {
      return true;
    }
    return resource != null
        && (kinds.isEmpty() || kinds.contains(resource.kind()))
        && (namespaces.isEmpty() || fitsNamespace(resource.namespace()));
  }

  private boolean fitsNamespace(@Nullable String namespace) {
    if (namespace == null) {
      return false;
    }
    for (String pattern : namespaces) {
      if (Glob.matches(pattern, namespace)) {
        return true;
      }
    }
    return false;
  }
}
