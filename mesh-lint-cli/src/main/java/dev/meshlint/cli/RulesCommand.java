package dev.meshlint.cli;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleIndexPage;
import dev.meshlint.core.catalog.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code mesh-lint rules}: lists them. */
final class RulesCommand {

  private RulesCommand() {}

  static ExitCode run(Arguments arguments, Console console) throws UsageException, OutputException {
    List<RuleInfo> rules = chosen(arguments.words(), Catalogues.load());
    @Nullable String format = arguments.value(Syntax.FORMAT);
    if (format == null || format.equals("text")) {
      console.print(table(rules));
    } else if (format.equals("json")) {
      console.print(RulesJson.of(rules));
    } else if (format.equals("markdown")) {
      console.print(RuleIndexPage.of(rules));
    } else {
      throw LintOptions.notOneOf(Syntax.FORMAT, format, List.of("text", "json", "markdown"));
    }
    return ExitCode.CLEAN;
  }

  private static List<RuleInfo> chosen(List<String> words, Catalogue catalogue)
      throws UsageException {
    if (words.isEmpty()) {
      return catalogue.rules();
    }
    Set<RuleInfo> chosen = new LinkedHashSet<>();
    for (String word : words) {
      chosen.addAll(Catalogues.named(word, catalogue));
    }
    return new ArrayList<>(chosen);
  }

  private static String table(List<RuleInfo> rules) {
    int width = 0;
    for (RuleInfo rule : rules) {
      width = Math.max(width, rule.id().length());
    }
    StringBuilder table = new StringBuilder();
    for (RuleInfo rule : rules) {
      table.append(rule.id()).append(" ".repeat(width - rule.id().length() + 2));
      String level = rule.preview() ? "preview" : rule.level().label();
      table.append(level).append(" ".repeat(9 - level.length()));
      table.append(rule.title()).append('\n');
    }
    return table.toString();
  }
}
