package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rules run, as said on the command line. A pattern is an id or former name, a prefix such as {@code istio-*}, the
 * name of a category, or {@code all}.
 *
 * @param select if not empty, only these run, also where they are off by default
 * @param ignore these do not run
 */
public record RuleSelection(List<String> select, List<String> ignore) {
  /** Whatever the catalogue switches on. */
  public static final RuleSelection DEFAULT = new RuleSelection(List.of(), List.of());

  /** Makes the lists unmodifiable. */
  public RuleSelection {
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
  }

  /** The patterns that fit no rule of the catalogue. */
  public List<String> unknown(Catalogue catalogue) {
    List<String> unknown = new ArrayList<>();
    for (List<String> patterns : List.of(select, ignore)) {
      for (String pattern : patterns) {
        if (catalogue.rules().stream().noneMatch(rule -> fits(pattern, rule))) {
          unknown.add(pattern);
        }
      }
    }
    return unknown;
  }

  /** Whether rules are selected and all of them ignored, so that none runs. */
  public boolean leavesNone(Catalogue catalogue) {
    return !select.isEmpty() && catalogue.rules().stream().allMatch(this::ignores);
  }

  boolean ignores(RuleInfo rule) {
    return excludes(rule) || !(select.isEmpty() || selects(rule));
  }

  boolean excludes(RuleInfo rule) {
    return fitsAny(ignore, rule);
  }

  boolean selects(RuleInfo rule) {
    return fitsAny(select, rule);
  }

  private static boolean fitsAny(List<String> patterns, RuleInfo rule) {
    for (String pattern : patterns) {
      if (fits(pattern, rule)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(String pattern, RuleInfo rule) {
    return pattern.equals("all")
        || pattern.equals(rule.id())
        || pattern.equals(rule.category())
        || rule.aliases().contains(pattern)
        || (pattern.endsWith("*")
            && rule.id().startsWith(pattern.substring(0, pattern.length() - 1)));
  }
}
