package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.config.ConfigException;
import dev.meshlint.core.config.ConfigException.Problem;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.config.RuleConfig;
import dev.meshlint.core.config.RuleOverride;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what the configuration says about rules against the catalogue. */
public final class ConfigCheck {
  private final Catalogue catalogue;
  private final List<Problem> problems = new ArrayList<>();

  private ConfigCheck(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Checks cases and options of rules that the catalogue knows. Rules that it does not know become findings, so that a
   * configuration that is shared with another set of rules still works.
   *
   * @throws ConfigException if a rule has no such case or option, or a value does not fit
   */
  public static void check(LintConfig config, Catalogue catalogue) {
    ConfigCheck check = new ConfigCheck(catalogue);
    check.check(config.rules());
    for (RuleOverride override : config.overrides()) {
      check.check(override.rules());
    }
    if (!check.problems.isEmpty()) {
      throw new ConfigException(check.problems);
    }
  }

  private void check(List<RuleConfig> rules) {
    for (RuleConfig rule : rules) {
      RuleInfo info = catalogue.rule(rule.id());
      if (info != null) {
        checkCases(rule, info);
        checkOptions(rule, info);
      }
    }
  }

  private void checkCases(RuleConfig rule, RuleInfo info) {
    for (String name : rule.cases().keySet()) {
      if (!info.cases().containsKey(name)) {
        add(rule, "has no case \"" + name + "\"" + instead(name, info.cases().keySet()));
      }
    }
  }

  private void checkOptions(RuleConfig rule, RuleInfo info) {
    rule.options()
        .forEach(
            (name, value) -> {
              RuleInfo.Option option = info.options().get(name);
              if (option == null) {
                add(
                    rule,
                    "has no option \"" + name + "\"" + instead(name, info.options().keySet()));
                return;
              }
              String problem = option.type().problem(value);
              if (problem != null) {
                add(rule, "has an option \"" + name + "\" that " + problem);
              }
            });
  }

  private void add(RuleConfig rule, String problem) {
    problems.add(new Problem(rule.place(), "rule \"" + rule.id() + "\" " + problem));
  }

  private static String instead(String name, Collection<String> names) {
    @Nullable String near = NearMiss.suggestion(name, names);
    if (near != null) {
      return ": did you mean \"" + near + "\"?";
    }
    return names.isEmpty() ? ", it has none" : ", only " + String.join(", ", names);
  }
}
