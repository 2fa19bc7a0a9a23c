package dev.meshlint.core.config;

import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.finding.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says about one rule.
 *
 * @param id the id as written
 * @param level what the rule is set to; null if only options or cases are set
 * @param cases levels by name of case
 * @param options values by name of option: one text, or several for a list
 * @param place where the id is written; null if it comes from no file
 */
public record RuleConfig(
    String id,
    @Nullable Level level,
    Map<String, Level> cases,
    Map<String, List<String>> options,
    @Nullable Place place) {
  /** Makes the maps unmodifiable. */
  public RuleConfig {
    cases = Map.copyOf(cases);
    options = Map.copyOf(options);
  }

  /** A rule set to a level. */
  public static RuleConfig of(String id, Level level) {
    return new RuleConfig(id, level, Map.of(), Map.of(), null);
  }
}
