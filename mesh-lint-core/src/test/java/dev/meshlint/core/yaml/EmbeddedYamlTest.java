package dev.meshlint.core.yaml;

import static dev.meshlint.core.yaml.Yaml.at;
import static dev.meshlint.core.yaml.Yaml.mapping;
import static dev.meshlint.core.yaml.Yaml.problems;
import static dev.meshlint.core.yaml.Yaml.scalar;
import static dev.meshlint.core.yaml.Yaml.shown;
import static dev.meshlint.core.yaml.Yaml.source;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** YAML in the text of a scalar. */
class EmbeddedYamlTest {
  private static YamlFile embedded(YamlScalar scalar) {
    return YamlReader.readEmbedded(scalar, YamlLimits.DEFAULT);
  }

  @Test
  void nodesInALiteralBlockLieInTheOuterFile() {
    YamlMapping outer =
        mapping(
            """
            data:
              mesh: |-  # comment
                accessLogFile: /dev/stdout

                defaultConfig:
                  tracing: {sampling: 10}
                  text: |
                    one
                     two
              other: x
            """);

    YamlFile file = embedded(scalar(outer, "data", "mesh"));

    assertThat(file.problems()).isEmpty();
    YamlNode root = file.documents().get(0).root();
    assertThat(root.file()).isSameAs(outer.file());
    assertThat(root.line()).isEqualTo(3);
    assertThat(root.column()).isEqualTo(5);
    assertThat(source(at(root, "accessLogFile"))).isEqualTo("/dev/stdout");
    assertThat(source(at(root, "defaultConfig", "tracing"))).isEqualTo("{sampling: 10}");
    assertThat(source(at(root, "defaultConfig", "text"))).isEqualTo("|\n        one\n         two");
    assertThat(at(root, "defaultConfig", "text").shared()).isFalse();
  }

  @Test
  void windowsLinesAndAstralCharactersChangeNothing() {
    YamlMapping outer = mapping("a: |\r\n  b: \uD83D\uDE00\r\n  c: d\r\ne: f\r\n");

    YamlNode root = embedded(scalar(outer, "a")).documents().get(0).root();

    assertThat(source(at(root, "b"))).isEqualTo("\uD83D\uDE00");
    assertThat(source(at(root, "c"))).isEqualTo("d");
  }

  @Test
  void problemsLieInTheOuterFile() {
    YamlMapping outer =
        mapping(
            """
            rules: |
              a: 1
              a: 2
              ---
              image: {user}/x
              ---
              b: 3
            """);

    YamlFile file = embedded(scalar(outer, "rules"));

    assertThat(shown(file)).containsExactly("{a: 1, a: 2}", "{b: 3}");
    assertThat(problems(file))
        .containsExactly(
            "yaml-duplicate-key 3:3 key \"a\" is written twice in one mapping: only the last one counts",
            "yaml-syntax 5:10 value begins with \"{\" and goes on after its \"}\"");
  }

  @Test
  void quotedTextOnOneLineHasExactPlacesButIsNotForEdits() {
    YamlMapping outer = mapping("json: '{\"a\": [1, 2]}'\n");

    YamlNode root = embedded(scalar(outer, "json")).documents().get(0).root();

    assertThat(source(at(root, "a", 1))).isEqualTo("2");
    assertThat(at(root, "a", 1).shared()).isTrue();
  }

  @Test
  void whereLinesWereJoinedOrEscapesReadNodesLieWhereTheirWordsStand() {
    YamlMapping outer =
        mapping(
            """
            folded: >
              {a: 1,
              b: 2}
            escaped: "a: 1\\nb: 2\\n"
            json: "{\\n \\"a\\": 1,\\n \\"b\\": 2\\n}"
            continued: "{a: 1,\\
              \\ b: 2}"
            """);

    for (String key : new String[] {"folded", "escaped", "json", "continued"}) {
      YamlNode root = embedded(scalar(outer, key)).documents().get(0).root();
      assertThat(Yaml.show(root)).as(key).isEqualTo("{a: 1, b: 2}");
      assertThat(source(at(root, "b"))).as(key).isEqualTo("2");
      assertThat(at(root, "b").shared()).as(key).isTrue();
    }
  }

  @Test
  void nodesLieInTheScalarAsAWholeWhereCharactersAreEscaped() {
    YamlMapping outer = mapping("escaped: \"a: 1\\u000ab: 2\"\n");
    YamlScalar scalar = scalar(outer, "escaped");

    YamlNode root = embedded(scalar).documents().get(0).root();

    assertThat(source(at(root, "b"))).isEqualTo(source(scalar));
  }

  @Test
  void whatLiesBehindAnAliasIsNotForEdits() {
    YamlMapping outer = mapping("a: &x |\n  b: c\nd: *x\n");

    YamlNode root = embedded(scalar(outer, "d")).documents().get(0).root();

    assertThat(source(at(root, "b"))).isEqualTo("c");
    assertThat(at(root, "b").shared()).isTrue();
  }

  @Test
  void commentsAreFound() {
    YamlMapping outer =
        mapping("a: | # mesh-lint: not in here\n  # mesh-lint: ignore x\n  b: 'c # mesh-lint'\n");

    assertThat(embedded(scalar(outer, "a")).comments())
        .extracting(YamlFile.Comment::text)
        .containsExactly("mesh-lint: ignore x");
  }

  @Test
  void textOfEveryKindCanBeTried() {
    YamlMapping outer =
        mapping("empty: ''\nnothing:\nblock: |\nword: x\nnumber: 1\nkeep: |+\n\n\n");

    assertThat(embedded(scalar(outer, "empty")).documents()).isEmpty();
    assertThat(embedded(scalar(outer, "nothing")).documents()).isEmpty();
    assertThat(embedded(scalar(outer, "block")).documents()).isEmpty();
    assertThat(embedded(scalar(outer, "keep")).documents()).isEmpty();
    assertThat(shown(embedded(scalar(outer, "word")))).containsExactly("x");
    assertThat(shown(embedded(scalar(outer, "number")))).containsExactly("1");
  }
}
