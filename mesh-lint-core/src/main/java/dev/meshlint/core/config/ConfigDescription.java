package dev.meshlint.core.config;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.mesh.Known;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.render.Rendering;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings that hold, as a configuration file would say them, each with where it comes from. What is printed can be
 * read as a configuration again. Used once, by one thread.
 */
public final class ConfigDescription {
  private static final int COLUMN = 44;

  private final StringBuilder text = new StringBuilder();
  private final @Nullable SourceFile file;
  private final @Nullable YamlMapping root;
  private final Catalogue catalogue;

  private ConfigDescription(@Nullable SourceFile file, Catalogue catalogue) {
    this.file = file;
    this.root = file == null ? null : root(file);
    this.catalogue = catalogue;
  }

  /**
   * Describes a configuration.
   *
   * @param file the file it was read from; null if there is none
   * @param config what was read
   * @param catalogue what holds where the file says nothing
   */
  public static String of(@Nullable SourceFile file, LintConfig config, Catalogue catalogue) {
    ConfigDescription description = new ConfigDescription(file, catalogue);
    description.add(config);
    return description.text.toString();
  }

  private static @Nullable YamlMapping root(SourceFile file) {
    var documents = YamlReader.read(file, YamlLimits.DEFAULT, false).documents();
    return !documents.isEmpty() && documents.get(0).root() instanceof YamlMapping mapping
        ? mapping
        : null;
  }

  private void add(LintConfig config) {
    setting("include", list(config.include()));
    setting("exclude", list(config.exclude()));
    setting("context", list(config.context()));
    setting("crds", list(config.crds()));
    World world = Objects.requireNonNullElse(config.world(), World.DEFAULT);
    setting("world", world.name().toLowerCase(Locale.ROOT));
    setting("fail-on", Objects.requireNonNullElse(config.failOn(), FailOn.ERROR).label());
    setting("baseline", config.baseline() == null ? "null" : quote(config.baseline()));
    setting("preview", String.valueOf(config.preview()));
    Map<String, String> targets = new TreeMap<>();
    config.targets().forEach((name, version) -> targets.put(name, quote(version)));
    setting("targets", map(targets));
    setting("known", map(known(config.known())));
    setting("meshes", config.meshes().isEmpty() ? "[]" : "");
    for (MeshEntry mesh : config.meshes()) {
      line("  - name: " + quote(mesh.name()), null);
      line("    include: " + list(mesh.include()), null);
      line("    context: " + list(mesh.context()), null);
      line("    known: " + map(known(mesh.known())), null);
      renderings(mesh.renderings());
    }
    setting("rules", config.rules().isEmpty() ? "{}" : "");
    config.rules().forEach(rule -> rule("  ", rule));
    setting("overrides", config.overrides().isEmpty() ? "[]" : "");
    for (RuleOverride override : config.overrides()) {
      line("  - paths: " + list(override.paths()), null);
      line("    namespaces: " + list(override.namespaces()), null);
      line("    kinds: " + list(override.kinds()), null);
      line("    rules:" + (override.rules().isEmpty() ? " {}" : ""), null);
      override.rules().forEach(rule -> rule("      ", rule));
    }
    setting("suppressions", config.suppressions().isEmpty() ? "[]" : "");
    config.suppressions().forEach(this::suppression);
  }

  private void renderings(List<Rendering> renderings) {
    List<String> folders = new ArrayList<>();
    List<String> charts = new ArrayList<>();
    for (Rendering one : renderings) {
      if (one.tool() == Rendering.Tool.KUSTOMIZE) {
        folders.add(one.path());
      } else {
        charts.add("{chart: " + quote(one.path()) + ", values: " + list(one.values()) + "}");
      }
    }
    line("    kustomize: " + list(folders), null);
    line("    helm: [" + String.join(", ", charts) + "]", null);
  }

  private void suppression(SuppressionEntry entry) {
    line("  - rules: " + list(entry.rules()), null);
    line("    paths: " + list(entry.scope().paths()), null);
    line("    namespaces: " + list(entry.scope().namespaces()), null);
    line("    kinds: " + list(entry.scope().kinds()), null);
    line("    names: " + list(entry.names()), null);
    line("    reason: " + quote(entry.reason()), null);
    if (entry.until() != null) {
      line("    until: " + entry.until(), null);
    }
  }

  private static Map<String, String> known(Known known) {
    Map<String, String> lists = new TreeMap<>();
    put(lists, "namespaces", known.namespaces());
    put(lists, "hosts", known.hosts());
    put(lists, "gateways", known.gateways());
    put(lists, "service-accounts", known.serviceAccounts());
    put(lists, "secrets", known.secrets());
    put(lists, "complete-namespaces", known.completeNamespaces());
    return lists;
  }

  private static void put(Map<String, String> lists, String name, List<String> values) {
    if (!values.isEmpty()) {
      lists.put(name, list(values));
    }
  }

  private void setting(String key, String value) {
    YamlMapping.Entry entry = root == null ? null : root.entry(key);
    line(
        key + ":" + (value.isEmpty() ? "" : " " + value),
        entry == null || file == null ? "default" : origin(file.line(entry.key().start())));
  }

  private String origin(int line) {
    return (file == null ? "" : file.name()) + ":" + line;
  }

  private void rule(String indent, RuleConfig rule) {
    RuleInfo info = catalogue.rule(rule.id());
    Level level = rule.level();
    StringBuilder value = new StringBuilder();
    if (rule.cases().isEmpty() && rule.options().isEmpty() && level != null) {
      value.append(level.label());
    } else {
      Map<String, String> parts = new TreeMap<>();
      rule.cases().forEach((name, of) -> parts.put("case." + name, of.label()));
      if (!rule.options().isEmpty()) {
        Map<String, String> options = new TreeMap<>();
        rule.options().forEach((name, values) -> options.put(name, list(values)));
        parts.put("options", map(options));
      }
      if (level != null) {
        parts.put("severity", level.label());
      }
      value.append(map(parts));
    }
    String origin =
        (rule.place() == null ? "" : origin(rule.place().line()) + ", ")
            + (info == null ? "there is no such rule" : "default " + info.level().label());
    line(indent + rule.id() + ": " + value, origin);
  }

  private void line(String setting, @Nullable String origin) {
    text.append(setting);
    if (origin != null) {
      text.append(" ".repeat(Math.max(1, COLUMN - setting.length()))).append("# ").append(origin);
    }
    text.append('\n');
  }

  private static String list(List<String> values) {
    StringBuilder list = new StringBuilder("[");
    for (String value : values) {
      list.append(list.length() == 1 ? "" : ", ").append(quote(value));
    }
    return list.append(']').toString();
  }

  /** Values are YAML already. */
  private static String map(Map<String, String> values) {
    StringBuilder map = new StringBuilder("{");
    values.forEach(
        (key, value) ->
            map.append(map.length() == 1 ? "" : ", ").append(key).append(": ").append(value));
    return map.append('}').toString();
  }

  private static String quote(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
