package dev.meshlint.core.yaml;

import static dev.meshlint.core.yaml.Yaml.at;
import static dev.meshlint.core.yaml.Yaml.mapping;
import static dev.meshlint.core.yaml.Yaml.problems;
import static dev.meshlint.core.yaml.Yaml.read;
import static dev.meshlint.core.yaml.Yaml.show;
import static dev.meshlint.core.yaml.Yaml.shown;
import static dev.meshlint.core.yaml.Yaml.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.yaml.YamlMapping.Entry;
import org.junit.jupiter.api.Test;

/** Anchors, aliases and merge keys. */
class YamlAliasesTest {
  @Test
  void anAliasIsTheNodeOfItsAnchor() {
    YamlMapping root = mapping("a: &x {b: [c]}\nd: *x\ne: f\n");

    assertThat(root.get("d")).isSameAs(root.get("a"));
    assertThat(at(root, "a").shared()).isTrue();
    assertThat(at(root, "a", "b").shared()).isTrue();
    assertThat(at(root, "a", "b", 0).shared()).isTrue();
    assertThat(at(root, "e").shared()).isFalse();
    assertThat(root.shared()).isFalse();
  }

  @Test
  void aMappingEndsWithItsAliasWhereverTheAnchorIs() {
    YamlMapping root = mapping("a: &x y\nb:\n  c: *x\nd: e\n");

    assertThat(source(at(root, "b"))).isEqualTo("c: *x");
  }

  @Test
  void anAnchorWithoutAliasSharesNothing() {
    assertThat(at(mapping("a: &x [b]\n"), "a", 0).shared()).isFalse();
  }

  @Test
  void anchorsMayBeDefinedAgain() {
    assertThat(show(mapping("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")))
        .isEqualTo("{a: 1, b: 1, c: 2, d: 2}");
  }

  @Test
  void keysMayBeAliases() {
    assertThat(show(mapping("&x a: 1\nb: {*x : 2}\n"))).isEqualTo("{a: 1, b: {a: 2}}");
  }

  @Test
  void anAliasWithoutAnchorIsASyntaxError() {
    YamlFile file = read("a: &x 1\n---\nhost: *x\n---\nb: c\n");

    assertThat(shown(file)).containsExactly("{a: 1}", "{b: c}");
    assertThat(problems(file))
        .containsExactly(
            "yaml-syntax 3:7 alias \"*x\" refers to an anchor that is not defined before it");
  }

  @Test
  void anAliasInItsOwnAnchorIsASyntaxError() {
    assertThat(problems(read("a: &x [1, *x]\n")))
        .containsExactly("yaml-syntax 1:11 alias \"*x\" lies inside the value that it refers to");
  }

  @Test
  void mergedEntriesComeLastAndGiveWayToOwnOnes() {
    YamlMapping root =
        mapping(
            """
            base: &base {a: 1, b: 2}
            other: &other {b: 3, c: 4}
            one:
              <<: *base
              b: own
            late: {b: own, <<: *base}
            list:
              <<: [*base, *other]
            inline:
              <<: {d: 5}
              e: 6
            two:
              <<: *other
              <<: *base
            """);

    assertThat(show(at(root, "one"))).isEqualTo("{b: own, +a: 1}");
    assertThat(show(at(root, "late"))).isEqualTo("{b: own, +a: 1}");
    assertThat(show(at(root, "list"))).isEqualTo("{+a: 1, +b: 2, +c: 4}");
    assertThat(show(at(root, "inline"))).isEqualTo("{e: 6, +d: 5}");
    assertThat(show(at(root, "two"))).isEqualTo("{+b: 3, +c: 4, +a: 1}");
    assertThat(source(at(root, "two"))).isEqualTo("<<: *other\n  <<: *base");
    assertThat(((YamlMapping) at(root, "one")).entry("b"))
        .extracting(Entry::merged)
        .isEqualTo(false);
  }

  @Test
  void mergedEntriesAreMergedOn() {
    YamlMapping root = mapping("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b, z: 3}\n");

    assertThat(show(at(root, "c"))).isEqualTo("{z: 3, +y: 2, +x: 1}");
  }

  @Test
  void aQuotedMergeKeyIsAnOrdinaryKey() {
    assertThat(show(mapping("'<<': {a: 1}\n\"b\": <<\n"))).isEqualTo("{<<: {a: 1}, b: <<}");
    assertThat(show(mapping("!!merge <<: {a: 1}\n"))).isEqualTo("{+a: 1}");
  }

  @Test
  void onlyMappingsCanBeMerged() {
    String message = "merge key \"<<\" needs a mapping or a list of mappings as its value";

    assertThat(problems(read("<<: 3\n"))).containsExactly("yaml-syntax 1:5 " + message);
    assertThat(problems(read("a: &x [{b: 1}]\n<<: *x\n")))
        .containsExactly("yaml-syntax 2:5 " + message);
    assertThat(problems(read("a:\n  <<: [{b: 1}, c]\n")))
        .containsExactly("yaml-syntax 2:7 " + message);
  }

  @Test
  void aDuplicateBehindAnAliasIsReportedOnce() {
    assertThat(read("a: &x {b: 1, b: 2}\nc: [*x, *x]\nd: {<<: *x}\n").problems()).hasSize(1);
  }

  @Test
  void ofADuplicateInAMergedMappingTheLastCounts() {
    assertThat(show(at(read("a: &x {b: 1, b: 2}\nc: {<<: *x}\n").documents().get(0).root(), "c")))
        .isEqualTo("{+b: 2}");
  }
}
