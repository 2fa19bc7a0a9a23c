package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.catalog.OptionType;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleInfo.Case;
import dev.meshlint.core.catalog.RuleInfo.Option;
import dev.meshlint.core.catalog.RuleInfo.Stage;
import dev.meshlint.core.catalog.RuleText;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Rules made up on the spot, with the catalogue that belongs to them. */
public final class TestRules {
  private final List<CatalogueEntry> entries = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();

  private TestRules() {
    for (String id : List.of("yaml-syntax", "yaml-duplicate-key", "configuration-unknown-rule")) {
      entry(info(id, "tool", Level.ERROR, false, Map.of(), Map.of()));
    }
    for (String id : List.of("suppression-unused", "suppression-expired")) {
      entry(info(id, "tool", Level.WARNING, false, Map.of(), Map.of()));
    }
    entry(info("suppression-without-reason", "tool", Level.OFF, false, Map.of(), Map.of()));
  }

  /** The tool's own ids, and no rule. */
  public static TestRules none() {
    return new TestRules();
  }

  /** With a rule on Services. */
  public TestRules onServices(String id, BiConsumer<Service, Findings> check) {
    return onServices(info(id, "test", Level.ERROR, false, Map.of(), Map.of()), check);
  }

  /** With a rule on Services. */
  public TestRules onServices(RuleInfo info, BiConsumer<Service, Findings> check) {
    entry(info);
    rules.add(new ServiceRule(info.id(), check));
    return this;
  }

  /** With a rule on the whole mesh. */
  public TestRules onMesh(String id, BiConsumer<Mesh, Findings> check) {
    entry(info(id, "test", Level.ERROR, false, Map.of(), Map.of()));
    rules.add(new WholeRule(id, check));
    return this;
  }

  /** The set. */
  public RuleSet set() {
    return new RuleSet(Catalogue.of(entries), rules);
  }

  /** A rule of this severity. */
  public static RuleInfo info(String id, Level level) {
    return info(id, "test", level, false, Map.of(), Map.of());
  }

  /** A preview rule. */
  public static RuleInfo preview(String id) {
    return info(id, "test", Level.ERROR, true, Map.of(), Map.of());
  }

  /** A rule with a case. */
  public static RuleInfo withCases(String id, Level level, Case... cases) {
    Map<String, Case> byName = new LinkedHashMap<>();
    for (Case one : cases) {
      byName.put(one.name(), one);
    }
    return info(id, "test", level, false, byName, Map.of());
  }

  /** A rule with an option. */
  public static RuleInfo withOption(String id, String name, OptionType type, String value) {
    Option option = new Option(name, type, List.of(value));
    return info(id, "test", Level.ERROR, false, Map.of(), Map.of(name, option));
  }

  private static RuleInfo info(
      String id,
      String mesh,
      Level level,
      boolean preview,
      Map<String, Case> cases,
      Map<String, Option> options) {
    return new RuleInfo(
        id,
        "Title of " + id,
        mesh,
        "correctness",
        level,
        preview,
        "0.1.0",
        Stage.RULE,
        List.of("Service"),
        List.of("old-" + id),
        List.of("IST9999"),
        cases,
        options);
  }

  private void entry(RuleInfo info) {
    entries.add(
        new CatalogueEntry(
            info, new RuleText("", "", "", null, List.of(), Map.of(), Map.of(), List.of())));
  }

  private static final class ServiceRule extends ResourceRule<Service> {
    private final BiConsumer<Service, Findings> body;

    ServiceRule(String id, BiConsumer<Service, Findings> body) {
      super(id, Service.class);
      this.body = body;
    }

    @Override
    public void check(Service view, Mesh mesh, Findings out) {
      body.accept(view, out);
    }
  }

  private static final class WholeRule extends MeshRule {
    private final BiConsumer<Mesh, Findings> body;

    WholeRule(String id, BiConsumer<Mesh, Findings> body) {
      super(id);
      this.body = body;
    }

    @Override
    public void check(Mesh mesh, Findings out) {
      body.accept(mesh, out);
    }
  }
}
