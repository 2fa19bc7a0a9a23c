package dev.meshlint.core.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs to know about a rule.
 *
 * @param id the id, such as {@code istio-undefined-subset}
 * @param title one line: the mistake
 * @param mesh {@code istio}, {@code linkerd}, {@code cilium}, {@code gateway-api}, {@code kubernetes}, {@code mesh},
 *     {@code prometheus} or {@code tool}
 * @param category {@code correctness}, {@code security}, {@code reliability}, {@code performance},
 *     {@code observability} or {@code deprecation}
 * @param level the severity unless a case or the configuration says otherwise
 * @param preview whether the rule runs only where preview rules are switched on
 * @param since the version of mesh-lint that brought it
 * @param stage what finds it: a class of its own, or a stage of the core
 * @param kinds the kinds of resource on which it reports
 * @param aliases former names, still valid in configuration and suppressions
 * @param equivalents codes of other tools for the same mistake
 * @param cases the cases by name, where severity or equivalents differ inside the rule
 * @param options the options by name
 */
public record RuleInfo(
    String id,
    String title,
    String mesh,
    String category,
    Level level,
    boolean preview,
    String since,
    Stage stage,
    List<String> kinds,
    List<String> aliases,
    List<String> equivalents,
    Map<String, Case> cases,
    Map<String, Option> options) {
  /** What finds a mistake. */
  public enum Stage {
    /** A class that implements a rule. */
    RULE,
    /** Reading YAML, checking shapes, the engine itself. */
    CORE
  }

  /** Makes the collections unmodifiable. Maps keep their order. */
  public RuleInfo {
    cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    kinds = List.copyOf(kinds);
    aliases = List.copyOf(aliases);
    equivalents = List.copyOf(equivalents);
  }

  /**
   * A case of a rule.
   *
   * @param name the name, such as {@code mirror}
   * @param level its severity; null for that of the rule
   * @param equivalents its codes in other tools; null for those of the rule
   */
  public record Case(String name, @Nullable Level level, @Nullable List<String> equivalents) {}

  /**
   * An option of a rule.
   *
   * @param name the name
   * @param type the type of its value
   * @param value the default: one text, or several for a list
   */
  public record Option(String name, OptionType type, List<String> value) {
    /** Makes the list unmodifiable. */
    public Option {
      value = List.copyOf(value);
    }
  }

  /** The level of a case, or of the rule where the case has none. */
  public Level levelOf(@Nullable String caseName) {
    Case of = caseName == null ? null : cases.get(caseName);
    Level own = of == null ? null : of.level();
    return own == null ? level : own;
  }

  /** The codes of other tools for a case; those of the rule where the case names none. */
  public List<String> equivalentsOf(@Nullable String caseName) {
    Case of = caseName == null ? null : cases.get(caseName);
    List<String> own = of == null ? null : of.equivalents();
    return own == null ? equivalents : own;
  }
}
