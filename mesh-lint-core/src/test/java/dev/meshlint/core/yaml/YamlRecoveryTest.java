package dev.meshlint.core.yaml;

import static dev.meshlint.core.yaml.Yaml.problems;
import static dev.meshlint.core.yaml.Yaml.read;
import static dev.meshlint.core.yaml.Yaml.shown;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is read around an error. */
class YamlRecoveryTest {
  @Test
  void documentsBeforeAndBehindABrokenOneAreRead() {
    YamlFile file = read("a: 1\n---\nb: @x\n---\nc: 3\n---\nd: 4\n");

    assertThat(shown(file)).containsExactly("{a: 1}", "{c: 3}", "{d: 4}");
    assertThat(file.documents()).extracting(YamlDocument::index).containsExactly(0, 2, 3);
    assertThat(problems(file)).containsExactly("yaml-syntax 3:4 value begins with \"@\"");
  }

  @Test
  void everyBrokenDocumentHasItsProblem() {
    YamlFile file = read("a: @x\n---\nb: `y\n---\nc: %z\n");

    assertThat(file.documents()).isEmpty();
    assertThat(problems(file))
        .containsExactly(
            "yaml-syntax 1:4 value begins with \"@\"",
            "yaml-syntax 3:4 value begins with \"`\"",
            "yaml-syntax 5:4 value begins with \"%\"");
  }

  @Test
  void anOpenQuoteDoesNotSwallowTheNextDocument() {
    YamlFile file = read("a: 'b\n---\nc: d\n---\ne: 'f'\n");

    assertThat(shown(file)).containsExactly("{c: d}", "{e: f}");
    assertThat(problems(file)).containsExactly("yaml-syntax 1:4 quote is not closed");
  }

  @Test
  void anOpenBracketDoesNotSwallowTheNextDocument() {
    YamlFile file = read("---\na: [b,\n---\nc: d\n");

    assertThat(shown(file)).containsExactly("{c: d}");
    assertThat(problems(file)).containsExactly("yaml-syntax 2:4 bracket \"[\" is not closed");
  }

  @Test
  void aBadDirectiveDoesNotReadTheDocumentBeforeItTwice() {
    YamlFile file = read("a: 1\na: 2\n...\n%YAML x\n---\nb: 3\n");

    assertThat(shown(file)).containsExactly("{a: 1, a: 2}", "{b: 3}");
    assertThat(problems(file))
        .containsExactly(
            "yaml-duplicate-key 2:1 key \"a\" is written twice in one mapping: only the last one counts",
            "yaml-syntax 4:1 line begins with \"%\" but is no directive of YAML");
  }

  @Test
  void whatFailsLateTakesItsDuplicateKeysBack() {
    YamlFile file = read("a: {b: 1, b: 2}\nc: @x\n---\nd: e\n");

    assertThat(problems(file)).containsExactly("yaml-syntax 2:4 value begins with \"@\"");
  }

  @Test
  void directivesBelongToTheirDocument() {
    YamlFile file =
        read("a: @x\n---\nb: c\n...\n# comment\n%TAG !e! tag:example.com,2026:\n---\nd: !e!f g\n");

    assertThat(shown(file)).containsExactly("{b: c}", "{d: g}");
    assertThat(file.problems()).hasSize(1);
  }

  @Test
  void anyVersionOfYamlIsRead() {
    assertThat(shown(read("%YAML 1.1\n---\na: 1\n"))).containsExactly("{a: 1}");
    assertThat(shown(read("%YAML 1.2\n---\na: 1\n"))).containsExactly("{a: 1}");
    assertThat(shown(read("%YAML 3.0\n---\na: 1\n"))).containsExactly("{a: 1}");
  }

  @Test
  void aForbiddenCharacterIsFoundWhereItIs() {
    YamlFile file = read("a: 1\n---\nb: x\u0007y\n---\n\uD83D\uDE00: '\uD800'\n---\nc: 3\n");

    assertThat(shown(file)).containsExactly("{a: 1}", "{c: 3}");
    assertThat(problems(file))
        .containsExactly(
            "yaml-syntax 3:5 character U+0007 must not stand in YAML",
            "yaml-syntax 5:6 character U+D800 must not stand in YAML");
  }

  @Test
  void aPartAboveAWronglyIndentedLineIsNoDocument() {
    YamlFile file = read("  a: 1\nb: 2\n---\nc: 3\n");

    assertThat(shown(file)).containsExactly("{c: 3}");
    assertThat(file.documents().get(0).index()).isEqualTo(1);
    assertThat(problems(file))
        .containsExactly("yaml-syntax 2:1 this line does not belong to the document before it");
  }

  @Test
  void aStreamOfJsonObjectsIsRead() {
    YamlFile file =
        read(
            "{\"a\": 1}\n{\n  \"b\": {\n}}\n\n{\"c\": @}\n{\"d\": 4}\n---\n{\"e\": 5}\n{\"f\": 6}\n");

    assertThat(shown(file)).containsExactly("{a: 1}", "{b: {}}", "{d: 4}", "{e: 5}", "{f: 6}");
    assertThat(problems(file)).containsExactly("yaml-syntax 6:7 value begins with \"@\"");
  }

  @Test
  void problemsBehindAstralCharactersLieWhereTheyAre() {
    assertThat(
            problems(
                read("a: \uD83D\uDE00\nb: \uD83D\uDE00 \uD83D\uDE00\n---\nc: '\uD83D\uDE00' x\n")))
        .containsExactly("yaml-syntax 4:4 value goes on after its closing quote");
  }
}
