package dev.meshlint.core.config;

import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.config.ConfigException.Problem;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.mesh.Known;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlProblem;
import dev.meshlint.core.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the configuration file. Every mistake is reported with its place, all of them at once. */
final class ConfigReader {
  private static final List<String> KEYS =
      List.of(
          "include",
          "exclude",
          "context",
          "crds",
          "world",
          "known",
          "fail-on",
          "baseline",
          "preview",
          "targets",
          "meshes",
          "rules",
          "overrides",
          "suppressions");
  private static final List<String> KNOWN =
      List.of(
          "namespaces", "hosts", "gateways", "service-accounts", "secrets", "complete-namespaces");
  private static final List<String> TARGETS = List.of("istio", "linkerd", "cilium", "gateway-api");
  private static final List<String> OVERRIDE = List.of("paths", "namespaces", "kinds", "rules");
  private static final List<String> RULE = List.of("severity", "options");
  private static final List<String> LEVELS = List.of("off", "info", "warning", "error");
  private static final List<String> WORLDS = List.of("open", "default", "closed");
  private static final List<String> FAIL_ON = List.of("error", "warning", "info", "never");
  private static final List<String> FLAGS = List.of("true", "false");
  private static final String CASE = "case.";

  private final List<Problem> problems = new ArrayList<>();

  private ConfigReader() {}

  static LintConfig read(SourceFile file, @Nullable Path folder) {
    ConfigReader reader = new ConfigReader();
    LintConfig config = reader.config(reader.root(file), folder);
    if (!reader.problems.isEmpty()) {
      reader.problems.sort(Comparator.comparing(ConfigReader::offset));
      throw new ConfigException(reader.problems);
    }
    return config;
  }

  private static int offset(Problem problem) {
    Place place = problem.place();
    return place == null ? -1 : place.start();
  }

  private @Nullable YamlNode root(SourceFile file) {
    YamlFile yaml = YamlReader.read(file, YamlLimits.DEFAULT, false);
    for (YamlProblem problem : yaml.problems()) {
      Place place = new Place(problem.file(), problem.start(), problem.end());
      problems.add(new Problem(place, problem.message()));
    }
    if (yaml.documents().size() > 1) {
      YamlNode second = yaml.documents().get(1).root();
      problems.add(
          new Problem(ConfigMapping.place(second), "the configuration must be a single document"));
    }
    return yaml.documents().isEmpty() ? null : yaml.documents().get(0).root();
  }

  private LintConfig config(@Nullable YamlNode root, @Nullable Path folder) {
    ConfigMapping top = new ConfigMapping(root, "configuration", problems);
    top.checkKeys(KEYS);
    Boolean preview = top.word("preview", FLAGS, ConfigReader::flag);
    return new LintConfig(
        folder,
        top.texts("include"),
        top.texts("exclude"),
        top.texts("context"),
        top.texts("crds"),
        top.word("world", WORLDS, ConfigReader::world),
        known(top.child("known")),
        top.word("fail-on", FAIL_ON, FailOn::of),
        top.text("baseline"),
        preview != null && preview,
        targets(top.child("targets")),
        MeshEntries.read(top, ConfigReader::known),
        rules(top.child("rules"), true),
        overrides(top),
        SuppressionEntries.read(top));
  }

  private static @Nullable World world(String text) {
    for (World world : World.values()) {
      if (world.name().toLowerCase(Locale.ROOT).equals(text)) {
        return world;
      }
    }
    return null;
  }

  private static @Nullable Boolean flag(String text) {
    return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
  }

  private static Known known(ConfigMapping known) {
    known.checkKeys(KNOWN);
    return new Known(
        known.texts("namespaces"),
        known.texts("hosts"),
        known.texts("gateways"),
        known.texts("service-accounts"),
        known.texts("secrets"),
        known.texts("complete-namespaces"));
  }

  private static Map<String, String> targets(ConfigMapping targets) {
    targets.checkKeys(TARGETS);
    Map<String, String> versions = new LinkedHashMap<>();
    targets
        .textsByKey()
        .forEach(
            (name, version) -> {
              YamlNode node = targets.get(name);
              if (node != null && !isVersion(version)) {
                targets.problem(
                    node, "\"" + version + "\" is no version such as \"1.28\" or \"1.28.2\"");
              }
              versions.put(name, version.startsWith("v") ? version.substring(1) : version);
            });
    return versions;
  }

  /** Numbers with dots between them, as releases are called; Linkerd's edge releases too. */
  private static boolean isVersion(String text) {
    int at = text.startsWith("v") ? 1 : 0;
    if (text.startsWith("edge-")) {
      at = "edge-".length();
    }
    boolean digit = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '.' && digit) {
        digit = false;
      } else if (c >= '0' && c <= '9') {
        digit = true;
      } else {
        return false;
      }
    }
    return digit;
  }

  private static List<RuleConfig> rules(ConfigMapping rules, boolean optionsAllowed) {
    List<RuleConfig> configs = new ArrayList<>();
    for (YamlMapping.Entry entry : rules.entries()) {
      String id = entry.name();
      if (id != null) {
        configs.add(rule(rules, id, entry, optionsAllowed));
      }
    }
    return configs;
  }

  private static RuleConfig rule(
      ConfigMapping rules, String id, YamlMapping.Entry entry, boolean optionsAllowed) {
    Place place = ConfigMapping.place(entry.key());
    if (!(entry.value() instanceof YamlMapping)) {
      Level level = rules.word(id, entry.value(), LEVELS, Level::of);
      return new RuleConfig(id, level, Map.of(), Map.of(), place);
    }
    ConfigMapping rule = rules.child(id);
    Map<String, Level> cases = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(RULE);
    for (YamlMapping.Entry setting : rule.entries()) {
      String name = setting.name();
      if (name != null && name.startsWith(CASE)) {
        keys.add(name);
        Level level = rule.word(name, setting.value(), LEVELS, Level::of);
        if (level != null) {
          cases.put(name.substring(CASE.length()), level);
        }
      }
    }
    rule.checkKeys(keys);
    Map<String, List<String>> options = options(rule);
    YamlNode written = rule.get("options");
    if (!optionsAllowed && written != null) {
      rule.problem(written, "options can be set for all resources only, under \"rules\"");
    }
    Level level = rule.word("severity", LEVELS, Level::of);
    return new RuleConfig(id, level, cases, options, place);
  }

  private static Map<String, List<String>> options(ConfigMapping rule) {
    ConfigMapping options = rule.child("options");
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (YamlMapping.Entry entry : options.entries()) {
      String name = entry.name();
      if (name != null) {
        values.put(name, options.texts(name, entry.value()));
      }
    }
    return values;
  }

  private static List<RuleOverride> overrides(ConfigMapping top) {
    List<RuleOverride> overrides = new ArrayList<>();
    for (ConfigMapping override : top.children("overrides")) {
      override.checkKeys(OVERRIDE);
      overrides.add(
          new RuleOverride(
              override.texts("paths"),
              override.texts("namespaces"),
              override.texts("kinds"),
              rules(override.child("rules"), false)));
    }
    return overrides;
  }
}
