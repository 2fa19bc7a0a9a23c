package dev.meshlint.cli;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks up rules as people name them. */
final class Catalogues {

  private Catalogues() {}

  static Catalogue load() {
    return Catalogue.load(Catalogues.class.getClassLoader());
  }

  /**
   * The rules that a word names: an id, a former name, the code of another tool, a category, a mesh, or a beginning
   * with a star.
   *
   * @throws UsageException if it names none
   */
  static List<RuleInfo> named(String word, Catalogue catalogue) throws UsageException {
    RuleInfo one = catalogue.rule(word);
    if (one != null) {
      return List.of(one);
    }
    String code = word.toUpperCase(Locale.ROOT);
    List<RuleInfo> several = new ArrayList<>();
    for (RuleInfo rule : catalogue.rules()) {
      if (fits(word, rule) || hasCode(code, rule)) {
        several.add(rule);
      }
    }
    if (several.isEmpty()) {
      throw new UsageException(unknown(word, catalogue));
    }
    return several;
  }

  /** The message for a name that no rule has. */
  static String unknown(String word, Catalogue catalogue) {
    List<String> ids = new ArrayList<>();
    for (RuleInfo rule : catalogue.rules()) {
      ids.add(rule.id());
    }
    return "unknown rule \"" + word + "\"" + Arguments.didYouMean(NearMiss.suggestion(word, ids));
  }

  private static boolean fits(String word, RuleInfo rule) {
    if (word.endsWith("*")) {
      return rule.id().startsWith(word.substring(0, word.length() - 1));
    }
    return rule.category().equals(word) || rule.mesh().equals(word) || hasCode(word, rule);
  }

  private static boolean hasCode(String code, RuleInfo rule) {
    if (rule.equivalents().contains(code)) {
      return true;
    }
    for (String name : rule.cases().keySet()) {
      if (rule.equivalentsOf(name).contains(code)) {
        return true;
      }
    }
    return false;
  }
}
