package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleInfo.Stage;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.config.RuleConfig;
import dev.meshlint.core.config.RuleOverride;
import dev.meshlint.core.finding.ResourceId;
import dev.meshlint.core.finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rules run and how severe they are: the catalogue, overruled by the configuration, overruled by the selection on
 * the command line. Safe for use by several threads.
 */
final class RuleLevels {
  static final String INTERNAL_ERROR = "internal-error";

  private final Catalogue catalogue;
  private final RuleSelection selection;
  private final boolean preview;
  private final Map<String, RuleConfig> configured;
  private final List<Scoped> overrides = new ArrayList<>();

  private record Scoped(Scope scope, Map<String, RuleConfig> rules) {}

  /**
   * Makes the levels of a run.
   *
   * @param directory the folder that names of files are relative to
   */
  RuleLevels(Catalogue catalogue, LintConfig config, RuleSelection selection, Path directory) {
    this.catalogue = catalogue;
    this.selection = selection;
    this.preview = config.preview();
    this.configured = byId(config.rules());
    for (RuleOverride override : config.overrides()) {
      Scope scope = new Scope(override, config.folder(), directory);
      overrides.add(0, new Scoped(scope, byId(override.rules())));
    }
  }

  private Map<String, RuleConfig> byId(List<RuleConfig> rules) {
    Map<String, RuleConfig> byId = new HashMap<>();
    for (RuleConfig rule : rules) {
      RuleInfo info = catalogue.rule(rule.id());
      byId.put(info == null ? rule.id() : info.id(), rule);
    }
    return byId;
  }

  /**
   * What is known about a rule. One that no catalogue knows, such as that of a user who compiled none, is taken as an
   * error of category correctness.
   */
  RuleInfo info(String id) {
    RuleInfo known = catalogue.rule(id);
    return known != null
        ? known
        : new RuleInfo(
            id,
            id,
            "",
            "correctness",
            Level.ERROR,
            false,
            "",
            Stage.RULE,
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of());
  }

  /** The options of a rule. */
  RuleOptions options(RuleInfo rule) {
    RuleConfig config = configured.get(rule.id());
    return new RuleOptions(rule, config == null ? Map.of() : config.options());
  }

  /** Whether the rule may say anything about any resource. */
  boolean mayRun(RuleInfo rule) {
    if (isBarred(rule)) {
      return false;
    }
    if (isOn(level(rule, null, configured.get(rule.id())))) {
      return true;
    }
    for (String name : rule.cases().keySet()) {
      if (isOn(level(rule, name, configured.get(rule.id())))) {
        return true;
      }
    }
    for (Scoped override : overrides) {
      if (override.rules().containsKey(rule.id())) {
        return true;
      }
    }
    return false;
  }

  /** The severity of a finding in a file, on a resource if there is one; null where it is switched off. */
  @Nullable Severity severity(
      RuleInfo rule, @Nullable String caseName, String file, @Nullable ResourceId resource) {
    if (rule.id().equals(INTERNAL_ERROR)) {
      return Severity.ERROR;
    }
    if (isBarred(rule)) {
      return null;
    }
    for (Scoped override : overrides) {
      RuleConfig config = override.rules().get(rule.id());
      if (config != null && override.scope().fits(file, resource)) {
        Level own = configuredLevel(rule, caseName, config);
        if (own != null) {
          return own.severity();
        }
      }
    }
    return level(rule, caseName, configured.get(rule.id())).severity();
  }

  private boolean isBarred(RuleInfo rule) {
    if (rule.id().equals(INTERNAL_ERROR)) {
      return false;
    }
    boolean ignored =
        rule.mesh().equals("tool") ? selection.excludes(rule) : selection.ignores(rule);
    return ignored || (rule.preview() && !preview);
  }

  private static boolean isOn(Level level) {
    return level != Level.OFF;
  }

  private Level level(RuleInfo rule, @Nullable String caseName, @Nullable RuleConfig config) {
    Level own = config == null ? null : configuredLevel(rule, caseName, config);
    if (own != null) {
      return own;
    }
    if (isOn(rule.level())) {
      return rule.levelOf(caseName);
    }
    if (!selection.selects(rule)) {
      return Level.OFF;
    }
    Level ofCase = rule.levelOf(caseName);
    return isOn(ofCase) ? ofCase : Level.WARNING;
  }

  /** A level for the rule holds for all its cases but those that the catalogue switches off by themselves. */
  private static @Nullable Level configuredLevel(
      RuleInfo rule, @Nullable String caseName, RuleConfig config) {
    Level ofCase = caseName == null ? null : config.cases().get(caseName);
    if (ofCase != null) {
      return ofCase;
    }
    boolean offByItself = isOn(rule.level()) && !isOn(rule.levelOf(caseName));
    return offByItself ? null : config.level();
  }
}
