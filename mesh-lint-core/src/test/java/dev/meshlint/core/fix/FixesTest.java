package dev.meshlint.core.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.ScalarPlaces;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlMapping.Entry;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a file looks like after a fix. */
class FixesTest {
  private static YamlNode root(String name, String text) {
    YamlFile file = YamlReader.read(new SourceFile(name, text), YamlLimits.DEFAULT, false);
    return file.documents().get(0).root();
  }

  private static YamlNode at(YamlNode root, Object... path) {
    YamlNode node = root;
    for (Object step : path) {
      node =
          step instanceof Integer index
              ? ((YamlSequence) node).items().get(index)
              : Objects.requireNonNull(((YamlMapping) node).get((String) step));
    }
    return node;
  }

  private static @Nullable String apply(YamlNode node, @Nullable Fix fix) {
    return fix == null ? null : EditApplier.apply(node.file().text(), fix.edits());
  }

  @Nested
  class ReplacingScalars {
    private @Nullable String replace(String text, String value) {
      return replace("x.yaml", text, value);
    }

    private @Nullable String replace(String name, String text, String value) {
      YamlNode root = root(name, text);
      YamlScalar scalar = (YamlScalar) at(root, "a");
      return apply(root, Fixes.replaceScalar("replace", false, scalar, value));
    }

    @Test
    void keepsTheStyle() {
      assertThat(replace("a: v1 # c\n", "v2")).isEqualTo("a: v2 # c\n");
      assertThat(replace("a: 'v1'\n", "it's")).isEqualTo("a: 'it''s'\n");
      assertThat(replace("a: \"v1\"\n", "\"v2\"")).isEqualTo("a: \"\\\"v2\\\"\"\n");
      assertThat(replace("a: |  # c\n  v1\n  v2\nb: c\n", "v3\n\nv4\n"))
          .isEqualTo("a: |  # c\n  v3\n\n  v4\nb: c\n");
      assertThat(replace("a: >-\n    v1\n", "v3")).isEqualTo("a: |-\n    v3\n");
    }

    @Test
    void quotesWhatWouldNotBeText() {
      assertThat(replace("a: v1\n", "true")).isEqualTo("a: \"true\"\n");
      assertThat(replace("a: v1\n", "1.0")).isEqualTo("a: \"1.0\"\n");
      assertThat(replace("a: v1\n", "*")).isEqualTo("a: \"*\"\n");
      assertThat(replace("a: v1\n", "b: c")).isEqualTo("a: \"b: c\"\n");
      assertThat(replace("a: v1\n", "")).isEqualTo("a: \"\"\n");
      assertThat(replace("a: 'v1'\n", "b\tc\nd")).isEqualTo("a: \"b\\tc\\nd\"\n");
    }

    @Test
    void leavesNumbersAndBooleansWhatTheyAre() {
      assertThat(replace("a: 80\n", "8080")).isEqualTo("a: 8080\n");
      assertThat(replace("a: yes\n", "false")).isEqualTo("a: false\n");
      assertThat(replace("a: 80\n", "http")).isEqualTo("a: http\n");
      assertThat(replace("a: \"80\"\n", "8080")).isEqualTo("a: \"8080\"\n");
    }

    @Test
    void quotesCommasOnlyInBrackets() {
      assertThat(replace("a: b\n", "c,d")).isEqualTo("a: c,d\n");
      assertThat(replace("{a: b}\n", "c,d")).isEqualTo("{a: \"c,d\"}\n");
    }

    @Test
    void keepsJsonJson() {
      assertThat(replace("x.json", "{\"a\": null}\n", "b")).isEqualTo("{\"a\": \"b\"}\n");
      assertThat(replace("x.json", "{\"a\": 80}\n", "81")).isEqualTo("{\"a\": 81}\n");
    }

    @Test
    void writesAValueWhereNoneWas() {
      assertThat(replace("a:\nb: c\n", "d")).isEqualTo("a: d\nb: c\n");
      assertThat(replace("a: # c\n", "d")).isEqualTo("a: d # c\n");
      assertThat(replace("{a: , b: c}\n", "d")).isEqualTo("{a: d , b: c}\n");
      assertThat(replace("{a, b: c}\n", "d")).isNull();
      assertThat(replace("? a\n", "d")).isNull();
    }

    @Test
    void leavesAnchorsAndTagsWhereTheyAre() {
      assertThat(replace("a: &x !!str v1\n", "v2")).isEqualTo("a: &x !!str v2\n");
    }

    @Test
    void isNotOfferedWhereAliasesWouldChangeToo() {
      assertThat(replace("a: &x v1\nb: *x\n", "v2")).isNull();
      assertThat(replace("b: &x v1\na: *x\n", "v2")).isNull();
    }

    @Test
    void worksInYamlInsideABlockOfText() {
      YamlNode root = root("x.yaml", "data:\n  mesh: |\n    a: b # c\n    d: e\n");
      YamlScalar text = (YamlScalar) at(root, "data", "mesh");
      YamlNode inner = YamlReader.readEmbedded(text, YamlLimits.DEFAULT).documents().get(0).root();

      assertThat(apply(root, Fixes.replaceScalar("", true, (YamlScalar) at(inner, "a"), "on")))
          .isEqualTo("data:\n  mesh: |\n    a: \"on\" # c\n    d: e\n");
      assertThat(apply(root, Fixes.insertEntry("", true, (YamlMapping) inner, "f", "g")))
          .isEqualTo("data:\n  mesh: |\n    a: b # c\n    d: e\n    f: g\n");
    }
  }

  @Test
  void quotesArePutOnAndTakenOff() {
    YamlNode root = root("x.yaml", "a: on # c\nb: \"80\"\nc: 'd'\n");

    assertThat(apply(root, Fixes.quote((YamlScalar) at(root, "a"))))
        .isEqualTo("a: \"on\" # c\nb: \"80\"\nc: 'd'\n");
    assertThat(Fixes.quote((YamlScalar) at(root, "b"))).isNull();
    assertThat(apply(root, Fixes.unquote((YamlScalar) at(root, "b"))))
        .isEqualTo("a: on # c\nb: 80\nc: 'd'\n");
    assertThat(Fixes.unquote((YamlScalar) at(root, "c"))).isNull();
  }

  @Test
  void renamedKeysKeepTheirQuotes() {
    YamlNode root = root("x.yaml", "\"a\": b\nc : d\n");
    Entry first = ((YamlMapping) root).entries().get(0);
    Entry second = ((YamlMapping) root).entries().get(1);

    Fix fix = Fixes.renameKey((YamlScalar) first.key(), "x");
    assertThat(apply(root, fix)).isEqualTo("\"x\": b\nc : d\n");
    assertThat(fix).extracting(Fix::description).isEqualTo("rename \"a\" to \"x\"");
    assertThat(apply(root, Fixes.renameKey((YamlScalar) second.key(), "on")))
        .isEqualTo("\"a\": b\n\"on\" : d\n");
  }

  @Nested
  class RemovingEntries {
    private @Nullable String remove(String text, Object... path) {
      YamlNode root = root("x.yaml", text);
      Object[] parent = Arrays.copyOf(path, path.length - 1);
      YamlMapping mapping = (YamlMapping) at(root, parent);
      Entry entry = Objects.requireNonNull(mapping.entry((String) path[path.length - 1]));
      return apply(root, Fixes.removeEntry("remove", true, mapping, entry));
    }

    @Test
    void takesWholeLinesWithTheirComment() {
      String text = "a: 1\n# about b\nb: # here\n  c: 2 # there\n\nd: 3\n";

      assertThat(remove(text, "b")).isEqualTo("a: 1\n# about b\n\nd: 3\n");
      assertThat(remove(text, "a")).isEqualTo("# about b\nb: # here\n  c: 2 # there\n\nd: 3\n");
      assertThat(remove(text, "d")).isEqualTo("a: 1\n# about b\nb: # here\n  c: 2 # there\n\n");
      assertThat(remove("a: 1\r\nb: |\r\n  x\r\nc: 2", "b")).isEqualTo("a: 1\r\nc: 2");
    }

    @Test
    void leavesAnEmptyMappingForTheOnlyEntry() {
      assertThat(remove("a:\n  b: 1 # c\nd: 2\n", "a", "b")).isEqualTo("a:\n  {} # c\nd: 2\n");
      assertThat(remove("a: {b: 1}\n", "a", "b")).isEqualTo("a: {}\n");
    }

    @Test
    void movesTheNextEntryUpToTheDash() {
      assertThat(remove("- a: 1 # x\n  b: 2\n", 0, "a")).isEqualTo("- b: 2\n");
      assertThat(remove("- a: 1\n  # about b\n  b: 2\n", 0, "a"))
          .isEqualTo("- \n  # about b\n  b: 2\n");
      assertThat(remove("- a: 1\n  b: 2\n", 0, "b")).isEqualTo("- a: 1\n");
    }

    @Test
    void takesTheCommaInBrackets() {
      assertThat(remove("{a: 1, b: 2, c: 3}\n", "a")).isEqualTo("{b: 2, c: 3}\n");
      assertThat(remove("{a: 1, b: 2, c: 3}\n", "b")).isEqualTo("{a: 1, c: 3}\n");
      assertThat(remove("{a: 1, b: 2, c: 3}\n", "c")).isEqualTo("{a: 1, b: 2}\n");
      assertThat(remove("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "a")).isEqualTo("{\n  \"b\": 2\n}\n");
      assertThat(remove("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "b")).isEqualTo("{\n  \"a\": 1\n}\n");
      assertThat(remove("{a: 1, # x\n b: 2}\n", "b")).isEqualTo("{a: 1 # x\n }\n");
    }

    @Test
    void isNotOfferedWhereMoreWouldChange() {
      assertThat(remove("a: &x 1\nb: 2\nc: *x\n", "a")).isNull();
      assertThat(remove("a: {b: &x 1}\nc: *x\n", "a")).isNull();
      assertThat(remove("a: &x {b: 1, d: 2}\nc: *x\n", "c", "b")).isNull();
      assertThat(remove("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n", "c", "b")).isNull();
      assertThat(remove("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n", "c", "d")).isNull();
      assertThat(remove("- &x a: 1\n  b: 2\n", 0, "a")).isNull();
      assertThat(remove("? a\n: 1\n? b\n: 2\n", "a")).isNull();
      assertThat(remove("{&x a: 1, b: 2}\n", "a")).isNull();
      assertThat(remove("[a: 1]\n", 0, "a")).isNull();
      assertThat(remove("a: |+\n  x\nb: 1\n\nc: 2\n", "b")).isNull();
      assertThat(remove("a: |\n  x\nb: 1\n  # c\nc: 2\n", "b")).isNull();
    }
  }

  @Nested
  class InsertingEntries {
    private @Nullable String insert(String text, String value, Object... path) {
      return insertIn("x.yaml", text, value, path);
    }

    private @Nullable String insertIn(String name, String text, String value, Object... path) {
      YamlNode root = root(name, text);
      YamlMapping mapping = (YamlMapping) at(root, path);
      return apply(root, Fixes.insertEntry("insert", false, mapping, "new", value));
    }

    @Test
    void goesBelowTheLastEntryInItsColumn() {
      assertThat(insert("a:\n    b: 1 # c\n\nd: 2\n", "x", "a"))
          .isEqualTo("a:\n    b: 1 # c\n    new: x\n\nd: 2\n");
      assertThat(insert("a: 1", "x")).isEqualTo("a: 1\nnew: x");
      assertThat(insert("- a: 1\n- b: 2\n", "x", 0)).isEqualTo("- a: 1\n  new: x\n- b: 2\n");
      assertThat(insert("a: 1\r\nb: 2\r\n", "x")).isEqualTo("a: 1\r\nb: 2\r\nnew: x\r\n");
      assertThat(insert("a: &x 1\nb: *x\n", "x")).isEqualTo("a: &x 1\nb: *x\nnew: x\n");
    }

    @Test
    void takesValuesOfSeveralLines() {
      assertThat(insert("a:\n  b: 1\n", "tls:\n  mode: SIMPLE\n", "a"))
          .isEqualTo("a:\n  b: 1\n  new:\n    tls:\n      mode: SIMPLE\n");
      assertThat(insert("a: {b: 1}\n", "c:\n  d", "a")).isNull();
    }

    @Test
    void goesBeforeABlockOfTextThatKeepsItsEmptyLines() {
      assertThat(insert("- a: 1\n  b: |+\n    x\n\n", "x", 0))
          .isEqualTo("- new: x\n  a: 1\n  b: |+\n    x\n\n");
    }

    @Test
    void goesBehindACommaInBrackets() {
      assertThat(insert("{}\n", "x")).isEqualTo("{new: x}\n");
      assertThat(insert("{a: 1}\n", "x")).isEqualTo("{a: 1, new: x}\n");
      assertThat(insert("{a: 1,}\n", "x")).isEqualTo("{a: 1, new: x,}\n");
      assertThat(insert("a: &x 1\nb: {c: *x }\n", "x", "b"))
          .isEqualTo("a: &x 1\nb: {new: x, c: *x }\n");
      assertThat(insert("{\n  \"a\": 1\n}\n", "x"))
          .isEqualTo("{\n  \"a\": 1,\n  \"new\": \"x\"\n}\n");
      assertThat(insertIn("x.json", "{}\n", "80")).isEqualTo("{\"new\": 80}\n");
    }

    @Test
    void isNotOfferedWhereItWouldBeAnotherMapping() {
      assertThat(insert("new: 1\n", "x")).isNull();
      assertThat(insert("a: &x {b: 1}\nc: *x\n", "x", "c")).isNull();
      assertThat(insert("[a: 1]\n", "x", 0)).isNull();
    }
  }

  @Nested
  class Items {
    private @Nullable String remove(String text, Object... path) {
      YamlNode root = root("x.yaml", text);
      Object[] parent = Arrays.copyOf(path, path.length - 1);
      YamlSequence sequence = (YamlSequence) at(root, parent);
      return apply(root, Fixes.removeItem("remove", true, sequence, at(root, path)));
    }

    private @Nullable String insert(String text, String value, Object... path) {
      YamlNode root = root("x.yaml", text);
      YamlSequence sequence = (YamlSequence) at(root, path);
      return apply(root, Fixes.insertItem("insert", true, sequence, value));
    }

    @Test
    void areRemovedWithTheirLines() {
      String text = "a:\n- x: 1 # c\n  y: 2\n# about z\n-\n  z\n- &q w\n";

      assertThat(remove(text, "a", 0)).isEqualTo("a:\n# about z\n-\n  z\n- &q w\n");
      assertThat(remove(text, "a", 1)).isEqualTo("a:\n- x: 1 # c\n  y: 2\n# about z\n- &q w\n");
      assertThat(remove(text, "a", 2)).isEqualTo("a:\n- x: 1 # c\n  y: 2\n# about z\n-\n  z\n");
      assertThat(remove("- - a\n  - b\n- c\n", 0, 0)).isEqualTo("- - b\n- c\n");
    }

    @Test
    void leaveAnEmptyListBehind() {
      assertThat(remove("a:\n- b # c\n", "a", 0)).isEqualTo("a:\n [] # c\n");
      assertThat(remove("a: [b]\n", "a", 0)).isEqualTo("a: []\n");
    }

    @Test
    void areRemovedWithTheirComma() {
      assertThat(remove("[a, b, c]\n", 0)).isEqualTo("[b, c]\n");
      assertThat(remove("[a, b, c]\n", 2)).isEqualTo("[a, b]\n");
      assertThat(remove("[\n  a, # x\n  b # y\n]\n", 0)).isEqualTo("[\n  b # y\n]\n");
    }

    @Test
    void areAdded() {
      assertThat(insert("a:\n- b # c\nd: e\n", "x", "a")).isEqualTo("a:\n- b # c\n- x\nd: e\n");
      assertThat(insert("a:\n  - b\n", "c: 1\nd: 2\n", "a"))
          .isEqualTo("a:\n  - b\n  - c: 1\n    d: 2\n");
      assertThat(insert("[a]\n", "b")).isEqualTo("[a, b]\n");
      assertThat(insert("[\"a\"]\n", "b")).isEqualTo("[\"a\", \"b\"]\n");
      assertThat(insert("[]\n", "b")).isEqualTo("[b]\n");
    }

    @Test
    void areLeftAloneWhereMoreWouldChange() {
      assertThat(remove("- &x a\n- *x\n", 0)).isNull();
      assertThat(remove("- |+\n  a\n\n- b\n", 0)).isNull();
      assertThat(insert("- |+\n  a\n\n", "b")).isNull();
    }
  }

  @Nested
  class JoiningItems {
    private @Nullable String join(String text) {
      YamlSequence sequence = (YamlSequence) at(root("x.yaml", text), "a");
      return apply(sequence, Fixes.joinItems("join", false, sequence, sequence.items().get(1)));
    }

    @Test
    void takesTheDashAway() {
      assertThat(join("a:\n- b: 1\n- c: 2\n  d: 3\n- e: 4\n"))
          .isEqualTo("a:\n- b: 1\n  c: 2\n  d: 3\n- e: 4\n");
      assertThat(join("a:\n  - b: 1 # one\n  # two\n  - c: 2\n"))
          .isEqualTo("a:\n  - b: 1 # one\n  # two\n    c: 2\n");
    }

    @Test
    void leavesWhatIsWrittenOtherwise() {
      assertThat(join("a: [{b: 1}, {c: 2}]\n")).isNull();
      assertThat(join("a:\n- b: 1\n- {c: 2}\n")).isNull();
      assertThat(join("a:\n- b: 1\n- b: 2\n")).isNull();
      assertThat(join("a:\n- b: 1\n-   c: 2\n")).isNull();
      assertThat(join("a:\n- b: 1\n-\n  c: 2\n")).isNull();
    }
  }

  @Test
  void a_word_inside_a_text_is_replaced_where_it_stands() {
    YamlScalar text = (YamlScalar) at(root("a.yaml", "a: >-\n  sum(upp)\n  / 2\n"), "a");

    assertThat(apply(text, Fixes.replaceWord("", true, ScalarPlaces.of(text), 4, 7, "up")))
        .isEqualTo("a: >-\n  sum(up)\n  / 2\n");
    assertThat(Fixes.replaceWord("", true, ScalarPlaces.of(text), 4, 7, "a b")).isNull();
    assertThat(Fixes.replaceWord("", true, ScalarPlaces.of(text), 4, 10, "up")).isNull();
  }

  @Test
  void text_is_added_inside_blocks_and_plain_scalars_only() {
    YamlNode root = root("a.yaml", "a: sum(up)\nb: [sum(up)]\nc: 'sum(up)'\n");
    YamlScalar plain = (YamlScalar) at(root, "a");

    assertThat(apply(plain, Fixes.insertText("", false, ScalarPlaces.of(plain), 6, "{x=\"y\"}")))
        .startsWith("a: sum(up{x=\"y\"})\n");
    assertThat(Fixes.insertText("", false, ScalarPlaces.of((YamlScalar) at(root, "b", 0)), 6, "{}"))
        .isNull();
    assertThat(Fixes.insertText("", false, ScalarPlaces.of((YamlScalar) at(root, "c")), 6, "{}"))
        .isNull();
  }

  @Nested
  class AppendingDocuments {
    private @Nullable String append(String text) {
      YamlNode root = root("x.yaml", text);
      return apply(root, Fixes.appendDocument("append", false, root, "c: d\ne:\n  - f\n"));
    }

    @Test
    void goesToTheEndOfTheFile() {
      assertThat(append("a: b\n")).isEqualTo("a: b\n---\nc: d\ne:\n  - f\n");
      assertThat(append("a: b\n---\nx: y # z\n# end\n"))
          .isEqualTo("a: b\n---\nx: y # z\n# end\n---\nc: d\ne:\n  - f\n");
    }

    @Test
    void startsALineOfItsOwn() {
      assertThat(append("a: b")).isEqualTo("a: b\n---\nc: d\ne:\n  - f\n");
      assertThat(append("a: b # c")).isNull();
    }

    @Test
    void keepsTheLineBreaksOfTheFile() {
      assertThat(append("a: b\r\n")).isEqualTo("a: b\r\n---\r\nc: d\r\ne:\r\n  - f\r\n");
    }

    @Test
    void leavesJsonAndOpenBlocksAlone() {
      assertThat(append("{\"a\": \"b\"}\n")).isNull();
      assertThat(append("a: |\n  b")).isNull();
      assertThat(append("a: |\n  b\n")).isEqualTo("a: |\n  b\n---\nc: d\ne:\n  - f\n");
    }
  }
}
