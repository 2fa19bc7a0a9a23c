package dev.meshlint.core.catalog;

import dev.meshlint.core.catalog.RuleText.Example;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a rule in Markdown. Used once, by one thread. */
public final class RulePage {
  private final StringBuilder page = new StringBuilder();
  private final RuleInfo rule;

  private RulePage(RuleInfo rule) {
    this.rule = rule;
  }

  /**
   * Writes a page.
   *
   * @param rule the rule
   * @param text what people read about it; null if the catalogue has none
   */
  public static String of(RuleInfo rule, @Nullable RuleText text) {
    RulePage page = new RulePage(rule);
    page.head();
    if (text != null) {
      page.body(text);
    }
    return page.page.toString();
  }

  private void head() {
    page.append("# ").append(rule.id()).append("\n\n").append(rule.title()).append(".\n\n");
    page.append(
        "| severity | category | kinds | in other tools | since |\n|---|---|---|---|---|\n| ");
    page.append(rule.level().label()).append(rule.preview() ? ", preview" : "");
    page.append(" | ").append(rule.category());
    page.append(" | ").append(String.join(", ", rule.kinds()));
    page.append(" | ").append(String.join(", ", rule.equivalents()));
    page.append(" | ").append(rule.since()).append(" |\n");
  }

  private void body(RuleText text) {
    section("Why", text.why());
    section("Repair", text.fix());
    section("Certain when", text.certain());
    if (!text.cases().isEmpty()) {
      page.append("\n## Cases\n\n");
      text.cases()
          .forEach(
              (name, description) ->
                  item(name, rule.levelOf(name).label() + codes(name), description));
    }
    if (!rule.options().isEmpty()) {
      page.append("\n## Options\n\n");
      for (RuleInfo.Option option : rule.options().values()) {
        String value = option.value().isEmpty() ? "none" : String.join(", ", option.value());
        item(
            option.name(),
            option.type().label() + ", " + value + " by default",
            text.options().getOrDefault(option.name(), ""));
      }
    }
    text.examples().forEach(this::example);
    if (text.guide() != null || !text.links().isEmpty()) {
      page.append("\n## See\n\n");
      if (text.guide() != null) {
        page.append("- troubleshooting guide: ").append(text.guide()).append('\n');
      }
      text.links().forEach(link -> page.append("- <").append(link).append(">\n"));
    }
  }

  private String codes(String caseName) {
    List<String> codes = rule.equivalentsOf(caseName);
    return codes.isEmpty() || codes.equals(rule.equivalents())
        ? ""
        : ", in other tools " + String.join(", ", codes);
  }

  private void item(String name, String about, String description) {
    page.append("- `").append(name).append("` (").append(about).append(')');
    page.append(description.isBlank() ? "" : ": " + inline(description)).append('\n');
  }

  private void section(String title, String text) {
    if (!text.isBlank()) {
      page.append("\n## ").append(title).append("\n\n").append(text.strip()).append('\n');
    }
  }

  private static String inline(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private void example(Example example) {
    page.append("\n## Example: ").append(example.name()).append('\n');
    manifest("Wrong", example.wrong());
    manifest("Repaired by `--fix`", example.fixed());
    manifest("Right", example.correct());
  }

  private void manifest(String title, @Nullable String manifest) {
    if (manifest != null) {
      page.append('\n').append(title).append(":\n\n```yaml\n");
      page.append(manifest.stripTrailing()).append("\n```\n");
    }
  }
}
