package dev.meshlint.cli;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RulePage;
import dev.meshlint.core.catalog.RuleText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code mesh-lint explain RULE}: what the catalogue says about a rule. */
final class ExplainCommand {

  private ExplainCommand() {}

  static ExitCode run(Arguments arguments, Console console) throws UsageException, OutputException {
    List<String> words = arguments.words();
    if (words.isEmpty()) {
      throw new UsageException(
          "explain needs a rule: its id or the code of another tool; \"mesh-lint rules\" lists them");
    }
    Catalogue catalogue = Catalogues.load();
    if (isMarkdown(arguments.value(Syntax.FORMAT))) {
      return printPages(words, catalogue, console);
    }
    Explanation explanation = new Explanation(Colours.of(arguments).on(console));
    boolean first = true;
    for (String word : words) {
      for (RuleInfo rule : Catalogues.named(word, catalogue)) {
        if (!first) {
          explanation.separate();
        }
        first = false;
        @Nullable RuleText text = catalogue.text(rule.id());
        explanation.add(rule, text);
      }
    }
    console.print(explanation.text());
    return ExitCode.CLEAN;
  }

  private static boolean isMarkdown(@Nullable String format) throws UsageException {
    if (format == null || format.equals("text")) {
      return false;
    }
    if (format.equals("markdown")) {
      return true;
    }
    throw LintOptions.notOneOf(Syntax.FORMAT, format, List.of("text", "markdown"));
  }

  private static ExitCode printPages(List<String> words, Catalogue catalogue, Console console)
      throws UsageException, OutputException {
    StringBuilder pages = new StringBuilder();
    for (String word : words) {
      for (RuleInfo rule : Catalogues.named(word, catalogue)) {
        pages.append(pages.isEmpty() ? "" : "\n");
        pages.append(RulePage.of(rule, catalogue.text(rule.id())));
      }
    }
    console.print(pages);
    return ExitCode.CLEAN;
  }
}
