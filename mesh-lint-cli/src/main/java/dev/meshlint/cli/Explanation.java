package dev.meshlint.cli;

import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleText;
import dev.meshlint.core.catalog.RuleText.Example;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the catalogue says about rules, laid out for a terminal. */
final class Explanation {
  private static final int WIDTH = 80;
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final StringBuilder out = new StringBuilder();
  private final boolean coloured;

  Explanation(boolean coloured) {
    this.coloured = coloured;
  }

  String text() {
    return out.toString();
  }

  void separate() {
    out.append('\n').append("-".repeat(WIDTH)).append("\n\n");
  }

  void add(RuleInfo rule, @Nullable RuleText text) {
    heading(rule.id());
    out.append(rule.title()).append('\n');
    out.append(rule.level().label()).append(", ").append(rule.category());
    out.append(rule.preview() ? ", preview" : "").append(", since ").append(rule.since());
    out.append('\n');
    if (text == null) {
      return;
    }
    paragraph("", text.why());
    section("certain when", text.certain());
    section("repair", text.fix());
    cases(rule, text.cases());
    options(rule, text.options());
    for (Example example : text.examples()) {
      example("wrong", example.name(), example.wrong());
      example("right", example.name(), example.correct());
    }
    references(rule, text);
  }

  private void cases(RuleInfo rule, Map<String, String> descriptions) {
    if (descriptions.isEmpty()) {
      return;
    }
    out.append('\n');
    heading("cases");
    descriptions.forEach(
        (name, description) ->
            wrap("  ", name + " (" + rule.levelOf(name).label() + "): " + description));
  }

  private void options(RuleInfo rule, Map<String, String> descriptions) {
    if (rule.options().isEmpty()) {
      return;
    }
    out.append('\n');
    heading("options");
    for (RuleInfo.Option option : rule.options().values()) {
      String value = option.value().isEmpty() ? "none" : String.join(", ", option.value());
      String description = descriptions.getOrDefault(option.name(), "");
      wrap(
          "  ",
          option.name()
              + " ("
              + option.type().label()
              + ", "
              + value
              + " by default)"
              + (description.isEmpty() ? "" : ": " + description));
    }
  }

  private void example(String verdict, String name, @Nullable String manifest) {
    if (manifest == null) {
      return;
    }
    out.append('\n');
    heading(verdict + ": " + name);
    for (String line : manifest.split("\n")) {
      out.append(line.isEmpty() ? "" : "  ").append(line).append('\n');
    }
  }

  private void references(RuleInfo rule, RuleText text) {
    if (!rule.equivalents().isEmpty() || text.guide() != null || !text.links().isEmpty()) {
      out.append('\n');
    }
    if (!rule.equivalents().isEmpty()) {
      out.append("in other tools: ").append(String.join(", ", rule.equivalents())).append('\n');
    }
    if (text.guide() != null) {
      out.append("guide: ").append(text.guide()).append('\n');
    }
    for (String link : text.links()) {
      out.append(link).append('\n');
    }
  }

  private void section(String title, String text) {
    if (!text.isBlank()) {
      out.append('\n');
      heading(title);
      wrap("  ", text);
    }
  }

  private void paragraph(String indent, String text) {
    if (!text.isBlank()) {
      out.append('\n');
      wrap(indent, text);
    }
  }

  private void heading(String text) {
    out.append(coloured ? BOLD : "").append(text).append(coloured ? PLAIN : "").append('\n');
  }

  /** Breaks paragraphs at words. A word that is longer than a line stays whole. */
  private void wrap(String indent, String text) {
    int column = 0;
    for (String word : List.of(text.strip().split("\\s+"))) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        out.append('\n');
        column = 0;
      }
      if (column == 0) {
        out.append(indent).append(word);
        column = indent.length() + word.length();
      } else {
        out.append(' ').append(word);
        column += 1 + word.length();
      }
    }
    out.append('\n');
  }

  /** The text, with a line end at its end. */
  @Override
  public String toString() {
    return out.toString();
  }
}
