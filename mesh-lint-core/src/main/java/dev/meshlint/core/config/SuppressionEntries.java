package dev.meshlint.core.config;

import dev.meshlint.core.yaml.YamlNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the suppressions of the configuration. */
final class SuppressionEntries {
  private static final String UNTIL = "until";
  private static final List<String> KEYS =
      List.of("rules", "paths", "namespaces", "kinds", "names", "reason", UNTIL);

  private SuppressionEntries() {}

  static List<SuppressionEntry> read(ConfigMapping top) {
    List<SuppressionEntry> entries = new ArrayList<>();
    for (ConfigMapping mapping : top.children("suppressions")) {
      mapping.checkKeys(KEYS);
      List<String> rules = mapping.texts("rules");
      List<String> names = mapping.texts("names");
      RuleOverride scope =
          new RuleOverride(
              mapping.texts("paths"),
              mapping.texts("namespaces"),
              mapping.texts("kinds"),
              List.of());
      YamlNode node = mapping.node();
      if (node == null || rules.isEmpty()) {
        mapping.problem("a suppression needs \"rules\"");
      } else if (names.isEmpty() && !scope.isLimited()) {
        mapping.problem(
            "a suppression needs \"paths\", \"namespaces\", \"kinds\" or \"names\":"
                + " \"rules: {ID: off}\" switches a rule off everywhere");
      } else {
        String reason = mapping.text("reason");
        entries.add(
            new SuppressionEntry(
                rules,
                scope,
                names,
                reason == null ? "" : reason,
                until(mapping),
                ConfigMapping.place(node)));
      }
    }
    return entries;
  }

  private static @Nullable LocalDate until(ConfigMapping mapping) {
    String date = mapping.text(UNTIL);
    YamlNode node = mapping.get(UNTIL);
    if (date == null || node == null) {
      return null;
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      mapping.problem(node, "\"" + date + "\" is no date such as 2026-12-31");
      return null;
    }
  }
}
