package dev.meshlint.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {
  @ParameterizedTest
  @CsvSource({
    "*.yaml,            a.yaml,         true",
    "*.yaml,            deep/in/a.yaml, true",
    "*.yaml,            a.yml,          false",
    "build,             build,          true",
    "build,             sub/build,      true",
    "/build,            build,          true",
    "/build,            sub/build,      false",
    "sub/build,         sub/build,      true",
    "sub/build,         x/sub/build,    false",
    "**/build,          x/y/build,      true",
    "**/build,          build,          true",
    "build/**,          build/a/b,      true",
    "build/**,          build,          false",
    "a/**/b,            a/b,            true",
    "a/**/b,            a/x/y/b,        true",
    "a/**/b,            a/x/y/c,        false",
    "a**b,              axxb,           true",
    "x/a**b,            x/a/b,          false",
    "file?.yaml,        file1.yaml,     true",
    "file?.yaml,        file12.yaml,    false",
    "v[0-9].yaml,       v3.yaml,        true",
    "v[!0-9].yaml,      v3.yaml,        false",
    "v[^0-9].yaml,      vx.yaml,        true",
    "v[]x].yaml,        v].yaml,        true",
    "v[[:digit:]].yaml, v7.yaml,        true",
    "v[0-9.yaml,        v[0-9.yaml,     false",
    "\\#a,              #a,             true",
    "\\!a,              !a,             true",
    "a\\*b,             a*b,            true",
    "a\\*b,             axb,            false",
    "# comment,         # comment,      false",
  })
  void readsPatternsAsGitDoes(String pattern, String path, boolean ignored) {
    assertThat(ignores(List.of(pattern), path, false)).isEqualTo(ignored);
  }

  @Test
  void aSlashAtTheEndMeansFoldersOnly() {
    assertThat(ignores(List.of("build/"), "build", true)).isTrue();
    assertThat(ignores(List.of("build/"), "build", false)).isFalse();
  }

  @Test
  void theLastPatternThatMatchesDecides() {
    List<String> patterns = List.of("*.yaml", "!keep.yaml", "old/keep.yaml");

    assertThat(ignores(patterns, "keep.yaml", false)).isFalse();
    assertThat(ignores(patterns, "old/keep.yaml", false)).isTrue();
    assertThat(ignores(patterns, "other.yaml", false)).isTrue();
  }

  @Test
  void blanksAtTheEndCountOnlyWhereTheyAreEscaped() {
    assertThat(ignores(List.of("a.yaml   "), "a.yaml", false)).isTrue();
    assertThat(ignores(List.of("a.yaml\\ "), "a.yaml ", false)).isTrue();
    assertThat(ignores(List.of("a.yaml\\ "), "a.yaml", false)).isFalse();
  }

  @Test
  void readsFilesWithWindowsLineEndsCommentsAndByteOrderMark() {
    IgnoreRules rules = IgnoreRules.parse("\uFEFF*.yaml\r\n\r\n# *.json\r\n!a.yaml\r\n");

    assertThat(verdict(rules, "b.yaml", false)).isEqualTo(IgnoreRules.Verdict.IGNORED);
    assertThat(verdict(rules, "a.yaml", false)).isEqualTo(IgnoreRules.Verdict.KEPT);
    assertThat(verdict(rules, "a.json", false)).isEqualTo(IgnoreRules.Verdict.SILENT);
  }

  @Test
  void anInnerFileOverridesAnOuterOne() {
    IgnoreChain chain =
        IgnoreChain.EMPTY
            .with(IgnoreRules.parse("*.yaml"), 0)
            .with(IgnoreRules.parse("!/keep.yaml"), 1);

    assertThat(chain.ignores(new String[] {"in", "keep.yaml"}, false)).isFalse();
    assertThat(chain.ignores(new String[] {"in", "deep", "keep.yaml"}, false)).isTrue();
  }

  @Test
  void manyStarsDoNotMakeMatchingSlow() {
    String pattern = "*a".repeat(2_000) + "b";

    assertThat(ignores(List.of(pattern), "a".repeat(4_000), false)).isFalse();
    assertThat(ignores(List.of("**/a/".repeat(500) + "b"), "a/".repeat(1_000) + "c", false))
        .isFalse();
  }

  /** Small alphabets, so that patterns and paths meet often. */
  @RepeatedTest(20)
  void agreesWithAModelMadeOfRegularExpressions() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String pattern = randomPattern(random);
      String path = randomPath(random);
      boolean folder = random.nextBoolean();
      assertThat(ignores(List.of(pattern), path, folder))
          .as("pattern <%s>, path <%s>, folder %s, seed %d", pattern, path, folder, seed)
          .isEqualTo(Model.ignores(pattern, path, folder));
    }
  }

  private static String randomPattern(Random random) {
    String[] pieces = {"a", "b", "*", "?", "[ab]", "[!a]", "/", "/", "**/", "/**", "/**/", "ab"};
    StringBuilder pattern = new StringBuilder();
    int length = 1 + random.nextInt(6);
    for (int i = 0; i < length; i++) {
      pattern.append(pieces[random.nextInt(pieces.length)]);
    }
    return pattern.toString().replaceAll("/+", "/");
  }

  private static String randomPath(Random random) {
    StringBuilder path = new StringBuilder();
    int names = 1 + random.nextInt(4);
    for (int i = 0; i < names; i++) {
      path.append(i == 0 ? "" : "/").append(random.nextBoolean() ? "a" : "b");
      path.append(random.nextBoolean() ? "" : random.nextBoolean() ? "a" : "b");
    }
    return path.toString();
  }

  private static boolean ignores(List<String> patterns, String path, boolean folder) {
    return verdict(IgnoreRules.of(patterns), path, folder) == IgnoreRules.Verdict.IGNORED;
  }

  private static IgnoreRules.Verdict verdict(IgnoreRules rules, String path, boolean folder) {
    return rules.verdict(path.split("/", -1), 0, folder);
  }

  /** The documentation of gitignore, sentence by sentence, as one regular expression. */
  private static final class Model {
    static boolean ignores(String pattern, String path, boolean folder) {
      boolean folderOnly = pattern.endsWith("/");
      String rest = folderOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
      if (rest.isEmpty() || (folderOnly && !folder)) {
        return false;
      }
      boolean anchored = rest.contains("/");
      String regex = anchored ? "" : "(?:.*/)?";
      String body = rest.startsWith("/") ? rest.substring(1) : rest;
      return Pattern.matches(regex + regex(body), path);
    }

    private static String regex(String glob) {
      if (glob.equals("**")) {
        return ".+";
      }
      if (glob.startsWith("**/")) {
        return "(?:.*/)?" + regex(glob.substring(3));
      }
      int deep = glob.indexOf("/**/");
      if (deep >= 0) {
        return segments(glob.substring(0, deep)) + "/(?:.*/)?" + regex(glob.substring(deep + 4));
      }
      if (glob.endsWith("/**")) {
        return segments(glob.substring(0, glob.length() - 3)) + "/.+";
      }
      return segments(glob);
    }

    private static String segments(String glob) {
      return glob.replaceAll("\\*+", "*")
          .replace("[!", "[^/")
          .replace("*", "[^/]*")
          .replace("?", "[^/]");
    }
  }
}
