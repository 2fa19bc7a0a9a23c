package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the command line says about rules. */
class CatalogueCommandsTest {
  private final Catalogue catalogue = Catalogues.load();

  @Test
  void every_rule_is_on_a_line_of_its_own() {
    Cli.Result result = Cli.run("rules");

    assertThat(result.out().lines())
        .hasSize(catalogue.rules().size())
        .anyMatch(line -> line.matches("yaml-syntax +error +The file is not valid YAML"));
    assertThat(result.status()).isZero();
  }

  @Test
  void rules_are_chosen_by_id_beginning_mesh_or_category() {
    assertThat(Cli.run("rules", "yaml-syntax").out()).hasLineCount(1);
    assertThat(Cli.run("rules", "yaml-*").out().lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("yaml-"));
    assertThat(Cli.run("rules", "tool").out()).contains("internal-error");
    assertThat(Cli.run("rules", "correctness").out()).contains("yaml-syntax");
  }

  @Test
  void programs_get_json() {
    assertThat(Cli.run("rules", "--format", "json", "yaml-syntax").out())
        .startsWith("{\"version\":1,\"rules\":[\n{\"id\":\"yaml-syntax\",\"title\":\"")
        .endsWith("}\n]}\n");
  }

  @Test
  void a_rule_is_explained_in_the_words_of_the_catalogue() {
    RuleInfo rule = catalogue.rule("yaml-duplicate-key");
    assertThat(rule).isNotNull();

    Cli.Result result = Cli.run("explain", rule.id());

    assertThat(result.out())
        .startsWith(rule.id() + "\n" + rule.title() + "\n" + rule.level().label())
        .contains("\nrepair\n", "\nwrong: ", "\nright: ");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void every_rule_can_be_explained() {
    List<String> words = catalogue.rules().stream().map(RuleInfo::id).toList();

    String[] arguments = new String[words.size() + 1];
    arguments[0] = "explain";
    for (int i = 0; i < words.size(); i++) {
      arguments[i + 1] = words.get(i);
    }

    assertThat(Cli.run(arguments).out()).contains(words);
  }

  @Test
  void a_misspelt_rule_is_recognised() {
    assertThat(Cli.run("explain", "yaml-sintax").err())
        .isEqualTo("mesh-lint: unknown rule \"yaml-sintax\": did you mean \"yaml-syntax\"?\n");
  }
}
