package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.finding.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One suppression and how far it was of use. */
final class Suppression {
  private final Directive directive;
  private final Place place;
  private final List<Place> removals;
  private final int mesh;
  private final boolean holds;
  private final Set<String> rules = new HashSet<>();
  private final List<String> unknown = new ArrayList<>(0);
  private final Set<String> used = new HashSet<>();

  /**
   * Makes a suppression.
   *
   * @param directive what it says
   * @param place where it stands
   * @param removals what to delete to be rid of it; empty if that is not simple
   * @param mesh the number of the mesh of its file
   * @param holds whether it is understood and has not expired
   * @param catalogue the rules
   */
  Suppression(
      Directive directive,
      Place place,
      List<Place> removals,
      int mesh,
      boolean holds,
      Catalogue catalogue) {
    this.directive = directive;
    this.place = place;
    this.removals = removals;
    this.mesh = mesh;
    this.holds = holds;
    for (String name : directive.rules()) {
      RuleInfo rule = catalogue.rule(name);
      if (rule == null) {
        unknown.add(name);
      } else {
        rules.add(rule.id());
      }
    }
  }

  Directive directive() {
    return directive;
  }

  Place place() {
    return place;
  }

  List<Place> removals() {
    return removals;
  }

  int mesh() {
    return mesh;
  }

  boolean holds() {
    return holds;
  }

  /** The names that no rule has. */
  List<String> unknown() {
    return unknown;
  }

  /** The ids that suppressed nothing, in order. */
  List<String> unused() {
    List<String> unused = new ArrayList<>();
    for (String rule : rules) {
      if (!used.contains(rule)) {
        unused.add(rule);
      }
    }
    unused.sort(null);
    return unused;
  }

  boolean wasUsed() {
    return !used.isEmpty();
  }

  /** Whether it covers a rule; remembers that it did. */
  boolean covers(String rule) {
    if (!holds || !(rules.contains(rule) || directive.rules().isEmpty())) {
      return false;
    }
    used.add(rule);
    return true;
  }
}
