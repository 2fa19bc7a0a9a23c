package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Rules and what the catalogue says about them.
 *
 * @param catalogue the catalogue
 * @param rules the rules
 */
public record RuleSet(Catalogue catalogue, List<Rule> rules) {
  /** Makes the list unmodifiable. */
  public RuleSet {
    rules = List.copyOf(rules);
  }

  /** All rules and catalogues that this class loader sees. */
  public static RuleSet load(ClassLoader loader) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : ServiceLoader.load(Rule.class, loader)) {
      rules.add(rule);
    }
    return new RuleSet(Catalogue.load(loader), rules);
  }

  /** With some more rules. */
  public RuleSet with(Collection<? extends Rule> more) {
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(more);
    return new RuleSet(catalogue, all);
  }
}
