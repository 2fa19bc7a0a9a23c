package dev.meshlint.core.report;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleText;
import dev.meshlint.core.finding.Severity;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules of a SARIF log: what the catalogue says about them, for code scanning to show beside their results. */
final class SarifRules {
  /** GitHub cuts longer texts. */
  private static final int LONGEST = 1024;

  private SarifRules() {}

  static void write(String id, Catalogue catalogue, JsonText json) throws IOException {
    RuleInfo info = catalogue.rule(id);
    RuleText text = catalogue.text(id);
    json.beginObject().key("id").value(id);
    if (info != null && text != null) {
      json.key("name").value(name(id));
      json.text("shortDescription", info.title());
      json.text("fullDescription", cut(text.why().strip()));
      json.key("help").beginObject();
      json.key("text").value(text.why().strip() + "\n\n" + text.fix().strip());
      json.key("markdown").value(markdown(info, text)).endObject();
      if (text.link() != null) {
        json.key("helpUri").value(text.link());
      }
      json.key("defaultConfiguration").beginObject();
      json.key("level").value(level(info.level())).endObject();
      writeProperties(info, json);
    }
    json.endObject();
  }

  private static void writeProperties(RuleInfo info, JsonText json) throws IOException {
    json.key("properties").beginObject();
    json.key("tags").beginArray().value(info.mesh()).value(info.category()).endArray();
    json.key("precision").value(info.preview() ? "high" : "very-high");
    json.key("problem.severity").value(problem(info.level().severity()));
    if (info.category().equals("security")) {
      json.key("security-severity").value(score(info.level().severity()));
    }
    json.endObject();
  }

  /** The id as a class of that name is called: {@code IstioUndefinedSubset}. */
  private static String name(String id) {
    StringBuilder name = new StringBuilder(id.length());
    for (String word : id.split("-", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }

  private static String markdown(RuleInfo info, RuleText text) {
    StringBuilder markdown = new StringBuilder(1024);
    markdown.append("# ").append(info.title()).append("\n\n").append(text.why().strip());
    if (!text.certain().isBlank()) {
      markdown.append("\n\n**Certain when:** ").append(text.certain().strip());
    }
    markdown.append("\n\n**Repair:** ").append(text.fix().strip());
    for (String link : text.links()) {
      markdown.append("\n\n<").append(link).append('>');
    }
    return markdown.append('\n').toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String problem(@Nullable Severity severity) {
    return severity == null || severity == Severity.INFO ? "recommendation" : severity.label();
  }

  /** How GitHub ranks security findings: from 7 on high, from 4 on medium, below that low. */
  private static String score(@Nullable Severity severity) {
    if (severity == Severity.ERROR) {
      return "8.0";
    }
    return severity == Severity.WARNING ? "5.0" : "2.0";
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private static String level(Level level) {
    return level.severity() == null ? "none" : level(level.severity());
  }
}
