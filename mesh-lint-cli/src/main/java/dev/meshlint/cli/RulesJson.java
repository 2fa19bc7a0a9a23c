package dev.meshlint.cli;

import dev.meshlint.core.catalog.RuleInfo;
import java.util.List;

/** The list of rules for programs. */
final class RulesJson {

  private RulesJson() {}

  static String of(List<RuleInfo> rules) {
    StringBuilder json = new StringBuilder("{\"version\":1,\"rules\":[");
    for (int i = 0; i < rules.size(); i++) {
      json.append(i == 0 ? "\n" : ",\n");
      write(json, rules.get(i));
    }
    return json.append("\n]}\n").toString();
  }

  private static void write(StringBuilder json, RuleInfo rule) {
    json.append("{\"id\":");
    string(json, rule.id());
    json.append(",\"title\":");
    string(json, rule.title());
    json.append(",\"mesh\":");
    string(json, rule.mesh());
    json.append(",\"category\":");
    string(json, rule.category());
    json.append(",\"severity\":");
    string(json, rule.level().label());
    json.append(",\"stability\":");
    string(json, rule.preview() ? "preview" : "stable");
    json.append(",\"since\":");
    string(json, rule.since());
    json.append(",\"kinds\":");
    strings(json, rule.kinds());
    json.append(",\"aliases\":");
    strings(json, rule.aliases());
    json.append(",\"equivalents\":");
    strings(json, rule.equivalents());
    json.append('}');
  }

  private static void strings(StringBuilder json, List<String> texts) {
    json.append('[');
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      string(json, texts.get(i));
    }
    json.append(']');
  }

  private static void string(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u00").append(Character.forDigit(c >> 4, 16));
        json.append(Character.forDigit(c & 15, 16));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
