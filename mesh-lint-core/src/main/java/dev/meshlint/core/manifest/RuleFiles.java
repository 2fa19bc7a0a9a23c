package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Recognises rules as Prometheus itself reads them: a list of groups without apiVersion and kind. */
public final class RuleFiles {
  private RuleFiles() {}

  /** Whether a text may hold rules; to be asked before it is parsed. */
  public static boolean mayHoldRules(String text) {
    return text.contains("groups:") && text.contains("rules:") && text.contains("expr:");
  }

  /**
   * Whether a document is a file of rules: it has groups at its root, and one of them has a rule with an expression that
   * is an alert or is recorded.
   */
  public static boolean isRuleFile(@Nullable YamlNode root) {
    if (!(root instanceof YamlMapping file) || file.get("apiVersion") != null) {
      return false;
    }
    for (YamlMapping group : Nodes.mappings(file, "groups")) {
      for (YamlMapping rule : Nodes.mappings(group, "rules")) {
        if (rule.get("expr") != null && (rule.get("alert") != null || rule.get("record") != null)) {
          return true;
        }
      }
    }
    return false;
  }
}
