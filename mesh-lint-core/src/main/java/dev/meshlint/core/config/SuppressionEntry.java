package dev.meshlint.core.config;

import dev.meshlint.core.finding.Place;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings that the configuration suppresses.
 *
 * @param rules the ids of their rules as written
 * @param scope paths, namespaces and kinds that they are found in; it sets no rules
 * @param names names of resources, which may hold {@code *}; none means all
 * @param reason why; empty if it does not say
 * @param until the last day on which it holds; null if it holds for ever
 * @param place where it stands
 */
public record SuppressionEntry(
    List<String> rules,
    RuleOverride scope,
    List<String> names,
    String reason,
    @Nullable LocalDate until,
    Place place) {
  /** Makes the lists unmodifiable. */
  public SuppressionEntry {
    rules = List.copyOf(rules);
    names = List.copyOf(names);
  }
}
