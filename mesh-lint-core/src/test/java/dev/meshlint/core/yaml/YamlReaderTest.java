package dev.meshlint.core.yaml;

import static dev.meshlint.core.yaml.Yaml.at;
import static dev.meshlint.core.yaml.Yaml.mapping;
import static dev.meshlint.core.yaml.Yaml.read;
import static dev.meshlint.core.yaml.Yaml.show;
import static dev.meshlint.core.yaml.Yaml.shown;
import static dev.meshlint.core.yaml.Yaml.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.yaml.YamlMapping.Entry;
import org.junit.jupiter.api.Test;

/** What the tree looks like and where its nodes lie. */
class YamlReaderTest {
  @Test
  void documentsAreReadInOrder() {
    YamlFile file = read("a: 1\n---\n- b\n- c: d\n--- e\n");

    assertThat(shown(file)).containsExactly("{a: 1}", "[b, {c: d}]", "e");
    assertThat(file.documents()).extracting(YamlDocument::index).containsExactly(0, 1, 2);
  }

  @Test
  void documentsWithoutContentAreLeftOut() {
    YamlFile file = read("# licence\n---\n# nothing\n---\na: 1\n---\n");

    assertThat(shown(file)).containsExactly("{a: 1}");
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void aTextWithoutContentHasNoDocument() {
    assertThat(read("").documents()).isEmpty();
    assertThat(read("# comment\n").documents()).isEmpty();
    assertThat(read("\n \n").documents()).isEmpty();
  }

  @Test
  void aColonBeforeACommaOrBracketBelongsToTheText() {
    YamlMapping root = mapping("a: [1.2.3.4, 2001:db8::, x:]\nb: [x: , y: 1]\n");

    assertThat(show(at(root, "a"))).isEqualTo("[1.2.3.4, 2001:db8::, x:]");
    assertThat(source(at(root, "a", 1))).isEqualTo("2001:db8::");
    assertThat(show(at(root, "b"))).isEqualTo("[{x: }, {y: 1}]");
  }

  @Test
  void scalarsLieWhereTheyAreWritten() {
    YamlMapping root =
        mapping(
            """
            plain: two words  # comment
            single: 'it''s'
            double: "a\\tb"
            empty:
            many: one
              two
            flow: [x, "y"]
            """);

    assertThat(source(at(root, "plain"))).isEqualTo("two words");
    assertThat(source(at(root, "single"))).isEqualTo("'it''s'");
    assertThat(source(at(root, "double"))).isEqualTo("\"a\\tb\"");
    assertThat(source(at(root, "many"))).isEqualTo("one\n  two");
    assertThat(source(at(root, "flow"))).isEqualTo("[x, \"y\"]");
    assertThat(source(at(root, "flow", 1))).isEqualTo("\"y\"");
    YamlNode empty = at(root, "empty");
    assertThat(empty.line()).isEqualTo(4);
    assertThat(empty.column()).isEqualTo(7);
    assertThat(source(empty)).isEmpty();
  }

  @Test
  void blockScalarsEndWithTheirLastLineOfText() {
    YamlMapping root =
        mapping(
            """
            literal: |
              one
                two

            folded: >-  # comment
              three

            # comment
            empty: |+  # comment
            last: |
              four
            """);

    assertThat(source(at(root, "literal"))).isEqualTo("|\n  one\n    two");
    assertThat(source(at(root, "folded"))).isEqualTo(">-  # comment\n  three");
    assertThat(source(at(root, "empty"))).isEqualTo("|+");
    assertThat(source(at(root, "last"))).isEqualTo("|\n  four");
  }

  @Test
  void blockCollectionsEndWithTheirLastChild() {
    YamlMapping root =
        mapping(
            """
            outer:
              list:
                - a
                - b: c  # comment

              # comment
            next: x
            """);

    assertThat(source(at(root, "outer"))).isEqualTo("list:\n    - a\n    - b: c");
    assertThat(source(at(root, "outer", "list"))).isEqualTo("- a\n    - b: c");
  }

  @Test
  void anchorsAndTagsAreNotPartOfANode() {
    YamlMapping root =
        mapping(
            """
            scalar: &a !!str 12
            flow: !x &b {c: d}
            block: &e  # comment
              f: g
            list: &h
            - i
            nothing: &j
            &k key: value
            """);

    assertThat(source(at(root, "scalar"))).isEqualTo("12");
    assertThat(source(at(root, "flow"))).isEqualTo("{c: d}");
    assertThat(source(at(root, "block"))).isEqualTo("f: g");
    assertThat(source(at(root, "list"))).isEqualTo("- i");
    assertThat(source(at(root, "nothing"))).isEmpty();
    assertThat(source(root.entries().get(5).key())).isEqualTo("key");
  }

  @Test
  void offsetsCountUtf16UnitsBehindAstralCharacters() {
    YamlMapping root = mapping("a: \"\uD83D\uDE00\"\nb\uD83D\uDE00: \uD83D\uDE00x\nc: d\n");

    assertThat(source(at(root, "a"))).isEqualTo("\"\uD83D\uDE00\"");
    assertThat(source(at(root, "b\uD83D\uDE00"))).isEqualTo("\uD83D\uDE00x");
    assertThat(source(at(root, "c"))).isEqualTo("d");
    assertThat(at(root, "b\uD83D\uDE00").column()).isEqualTo(6);
  }

  @Test
  void aKeyMayBeAMapping() {
    YamlMapping root = mapping("name: {{ x }}\n");

    Entry entry = ((YamlMapping) at(root, "name")).entries().get(0);
    assertThat(entry.name()).isNull();
    assertThat(show(entry.key())).isEqualTo("{x: }");
  }

  @Test
  void jsonIsYaml() {
    YamlMapping root = mapping("{\n\t\"a\": [1, true, null],\n\t\"b\": \"\\u0041\\/\\n\"\n}\n");

    assertThat(show(root)).isEqualTo("{a: [1, true, null], b: A/\n}");
  }

  @Test
  void linesMayEndAsOnWindows() {
    YamlMapping root = mapping("a:\r\n  - b\r\n  - |\r\n    c\r\n    d\r\ne: f\r\n");

    assertThat(show(root)).isEqualTo("{a: [b, c\nd\n], e: f}");
    assertThat(source(at(root, "a", 1))).isEqualTo("|\r\n    c\r\n    d");
    assertThat(at(root, "e").line()).isEqualTo(6);
  }

  @Test
  void aSeparatorInColumnOneEndsEvenABlockScalar() {
    assertThat(shown(read("a: |\n  text\n---\nb: c\n"))).containsExactly("{a: text\n}", "{b: c}");
  }
}
