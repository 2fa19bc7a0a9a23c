package dev.meshlint.core.yaml;

import static dev.meshlint.core.yaml.Yaml.problems;
import static dev.meshlint.core.yaml.Yaml.read;
import static dev.meshlint.core.yaml.Yaml.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Input that would exhaust memory, stack or time. The timeout is no measure: it ends a run that would not end by itself.
 */
@Timeout(value = 100, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class YamlLimitsTest {
  @Test
  void deepNestingIsAFinding() {
    YamlFile file = read("a: " + "[".repeat(100_000) + "\n---\nb: c\n");

    assertThat(shown(file)).containsExactly("{b: c}");
    assertThat(problems(file))
        .containsExactly("input-too-large 1:203 collections are nested more than 200 levels deep");
  }

  @Test
  void deepNestingOfBlocksIsAFinding() {
    StringBuilder text = new StringBuilder();
    for (int depth = 0; depth < 3_000; depth++) {
      text.append(" ".repeat(depth)).append("a:\n");
    }

    assertThat(problems(read(text.toString())))
        .containsExactly(
            "input-too-large 201:201 collections are nested more than 200 levels deep");
  }

  @Test
  void nestingUpToTheBoundIsRead() {
    assertThat(read("[".repeat(200) + "]".repeat(200)).problems()).isEmpty();
  }

  @Test
  void nestingBehindAliasesCounts() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int level = 1; level <= 250; level++) {
      text.append("a" + level + ": &a" + level + " [*a" + (level - 1) + "]\n");
    }

    assertThat(problems(read(text.toString())))
        .containsExactly("input-too-large 200:14 collections are nested more than 200 levels deep");
  }

  @Test
  void aliasesThatStandForTooMuchAreAFinding() {
    StringBuilder text = new StringBuilder("a0: &a0 x\n");
    for (int level = 1; level <= 12; level++) {
      text.append("a" + level + ": &a" + level + " [");
      text.append(("*a" + (level - 1) + ", ").repeat(10)).append("]\n");
    }

    assertThat(problems(read(text.toString())))
        .singleElement()
        .asString()
        .startsWith("input-too-large 7:")
        .endsWith("aliases stand for more than 1000000 values in this file");
  }

  @Test
  void mergesThatStandForTooMuchAreAFinding() {
    StringBuilder text = new StringBuilder("a0: &a0 {x: y}\n");
    for (int level = 1; level <= 30; level++) {
      text.append("a" + level + ": &a" + level + " {k" + level + ": 1, <<: [");
      text.append(("*a" + (level - 1) + ", ").repeat(10)).append("]}\n");
    }

    assertThat(read(text.toString()).problems())
        .extracting(YamlProblem::rule)
        .containsExactly("input-too-large");
  }

  @Test
  void largeFilesAndDocumentsAreAFinding() {
    YamlLimits limits = new YamlLimits(60, 10, 4, 10);

    YamlFile large = YamlReader.read(new SourceFile("x", "a: " + "b".repeat(60)), limits, false);
    YamlFile many =
        YamlReader.read(new SourceFile("x", "a\n---\n[b, c, d]\n---\ne\n"), limits, false);

    assertThat(problems(large))
        .containsExactly("input-too-large 1:1 the text has more than 60 characters");
    assertThat(problems(many))
        .containsExactly(
            "input-too-large 3:8 the file has more than 4 values: from here on it is not read");
    assertThat(shown(many)).containsExactly("a");
  }

  @Test
  void manyKeysAreReadInLinearTime() {
    StringBuilder text = new StringBuilder();
    for (int key = 0; key < 60_000; key++) {
      text.append("key").append(key % 59_999).append(": v\n");
    }

    YamlFile file = read(text.toString());

    assertThat(problems(file))
        .containsExactly(
            "yaml-duplicate-key 60000:1 key \"key0\" is written twice in one mapping: only the last one counts");
    YamlMapping root = (YamlMapping) file.documents().get(0).root();
    assertThat(root.entry("key59998")).isNotNull();
  }

  @Test
  void manyBrokenDocumentsAreReadInLinearTime() {
    assertThat(read("a: @\n---\n".repeat(20_000)).problems()).hasSize(20_000);
    assertThat(read("a: \u0007\n---\n".repeat(20_000)).problems()).hasSize(20_000);
    assertThat(read("{\"a\": 1}\n".repeat(20_000)).documents()).hasSize(20_000);
    assertThat(read("%\n".repeat(20_000)).problems()).hasSize(1);
    assertThat(read("...\n".repeat(20_000) + "a: @\n").problems()).hasSize(1);
  }

  @Test
  void hugeLinesAreReadInLinearTime() {
    assertThat(read("a: " + "b".repeat(5_000_000)).problems()).isEmpty();
    assertThat(read("a: " + "b ".repeat(1_000_000)).problems()).isEmpty();
    assertThat(read("a: '" + "b ".repeat(1_000_000) + "'").problems()).isEmpty();
    assertThat(read("[" + "b, ".repeat(500_000) + "]").problems()).isEmpty();
    assertThat(read("\uD83D\uDE00".repeat(1_000_000)).problems()).isEmpty();
    assertThat(read("{" + "\"a\": {".repeat(150) + "}".repeat(151)).problems()).isEmpty();
    assertThat(read("a: [" + "b: c, ".repeat(200_000) + "]").problems()).isEmpty();
    assertThat(read("9".repeat(1_000_000)).documents()).hasSize(1);
  }
}
