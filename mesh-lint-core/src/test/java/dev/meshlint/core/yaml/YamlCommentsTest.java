package dev.meshlint.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlFile.Comment;
import org.junit.jupiter.api.Test;

/** Comments that mention mesh-lint. */
class YamlCommentsTest {
  @Test
  void commentsHaveTheirTextAndPlace() {
    YamlFile file = Yaml.read("# mesh-lint: ignore-file x\na: b  #mesh-lint: ignore y \n  # c\n");

    assertThat(file.comments())
        .containsExactly(
            new Comment("mesh-lint: ignore-file x", 0, true),
            new Comment("mesh-lint: ignore y", 33, false));
  }

  @Test
  void onlyCommentsThatMentionTheToolAreKept() {
    assertThat(Yaml.read("# other\na: b # mesh-lin\nmesh-lint: c # no\n").comments()).isEmpty();
  }

  @Test
  void aHashInAScalarIsNoComment() {
    YamlFile file =
        Yaml.read(
            """
            plain: a#mesh-lint
            single: 'a # mesh-lint'
            double: "a # mesh-lint
              # mesh-lint"
            block: |  # mesh-lint: in the header
              # mesh-lint
            '# mesh-lint': key
            flow: ['# mesh-lint', b]  # x # mesh-lint: behind all
            """);

    assertThat(file.comments())
        .extracting(Comment::text)
        .containsExactly("mesh-lint: in the header", "x # mesh-lint: behind all");
  }

  @Test
  void commentsAreFoundEverywhereBetweenNodes() {
    YamlFile file =
        Yaml.read(
            """
            a: &x # mesh-lint 1
              b: [c, # mesh-lint 2
                d]
            e: *x # mesh-lint 3
            --- # mesh-lint 4
            f:
              # mesh-lint 5
              - g
            # mesh-lint 6
            ... # mesh-lint 7
            """);

    assertThat(file.problems()).isEmpty();
    assertThat(file.comments())
        .extracting(Comment::text)
        .containsExactly(
            "mesh-lint 1",
            "mesh-lint 2",
            "mesh-lint 3",
            "mesh-lint 4",
            "mesh-lint 5",
            "mesh-lint 6",
            "mesh-lint 7");
  }

  @Test
  void commentsOfABrokenDocumentAreFound() {
    assertThat(Yaml.read("# mesh-lint: ignore yaml-syntax\na: @x\n").comments())
        .extracting(Comment::text)
        .containsExactly("mesh-lint: ignore yaml-syntax");
  }

  @Test
  void aliasesDoNotMakeTheSearchLong() {
    StringBuilder text = new StringBuilder("a0: &a0 x # mesh-lint\n");
    for (int level = 1; level <= 60; level++) {
      String before = "*a" + (level - 1);
      text.append(
          "a" + level + ": &a" + level + " [" + (level < 15 ? before + ", " : "") + before + "]\n");
    }

    assertThat(Yaml.read(text.toString()).comments()).hasSize(1);
  }

  @Test
  void commentsAreLookedForOnlyWhenAskedFor() {
    SourceFile file = new SourceFile("x", "a: b # mesh-lint\n");

    assertThat(YamlReader.read(file, YamlLimits.DEFAULT, false).comments()).isEmpty();
  }
}
