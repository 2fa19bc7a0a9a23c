package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Re2Test {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".*",
        "/api/v[0-9]+/users/[^/]+",
        "^(?i)(?P<name>a+)(?<other>b)$",
        "(?P<same>a)|(?P<same>b)",
        "(?ism-U:a)",
        "\\d\\w\\s\\D\\W\\S\\b\\B\\A\\z",
        "\\pN\\p{Greek}\\P{^Lu}\\p{L}",
        "\\p{Letter}\\p{ascii}",
        "[[:alpha:][:^digit:]\\d\\pL-]",
        "[]a]",
        "[^]a]",
        "[a-]",
        "[\\d-z]",
        "\\Q(*[\\E+",
        "\\Q unclosed (",
        "\\x41\\x{1F600}\\07\\123\\0",
        "\\_\\-\\/\\ \\<",
        "a{2}b{2,}c{2,3}d{1000}",
        "a{,3}",
        "a{01}",
        "{",
        "a{b}",
        "a*?b+?c??d{2}?",
        "()*",
        "(|a)",
        "a(?i)*",
        "(x{500}){2}",
        "(x{0,}){1000}",
        "$*",
        "\u00e9\uD83D\uDE00"
      })
  void acceptsWhatGoAccepts(String expression) {
    assertThat(Re2.problem(expression)).isNull();
    assertThat(Re2.linkerdProblem(expression)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "(?=a)b, lookahead (?=…) is not supported by RE2",
        "(?!a)b, lookahead (?!…) is not supported by RE2",
        "(?<=a)b, lookbehind (?<=…) is not supported by RE2",
        "(?<!a)b, lookbehind (?<!…) is not supported by RE2",
        "(?>a), the atomic group (?>…) is not supported by RE2",
        "(?#a), the comment (?#…) is not supported by RE2",
        "(a)\\1, `the back-reference \"\\1\" is not supported by RE2`",
        "(?P<n>a)(?P=n), the back-reference (?P=…) is not supported by RE2",
        "\\k<n>, `the back-reference \"\\k\" is not supported by RE2`",
        "a++, `the possessive \"++\" is not supported by RE2`",
        "a**, `\"**\" repeats a repetition`",
        "a{2}{3}, `\"{2}{3}\" repeats a repetition`",
        "*a, `\"*\" has nothing to repeat`",
        "(+), `\"+\" has nothing to repeat`",
        "a|?, `\"?\" has nothing to repeat`",
        "(a, `a \"(\" has no closing \")\"`",
        "a), `a \")\" has no opening \"(\"`",
        "[a, `\"[a\" has no closing \"]\"`",
        "[z-a], `the range \"z-a\" runs backwards`",
        "[a-\\d], `\"a-\\d\" is no range: a class cannot end it`",
        "[[:foo:]], `there is no class \"[:foo:]\"`",
        "\\p{Foo}, `there is no Unicode class \"\\p{Foo}\"`",
        "\\p, `there is no Unicode class \"\\p\"`",
        "\\p{L, `\"\\p{L\" has no closing \"}\"`",
        "\\Z, `\"\\Z\" is not supported by RE2, \"\\z\" is the end of the text`",
        "\\u0041, `\"\\u\" is not supported by RE2, write \"\\x{…}\"`",
        "\\h, `the escape \"\\h\" is not supported by RE2`",
        "\\C, `\"\\C\" is not supported by Go's RE2`",
        "a\\, `it ends with a single \"\\\"`",
        "\\x{110000}, `\"\\x{110000\" is beyond the last character`",
        "\\xg, `\"\\x\" is not followed by a hexadecimal number`",
        "(?x)a, `\"(?x)\" is not supported by RE2`",
        "(?i-), `\"(?i-)\" is not supported by RE2`",
        "(?P<a-b>c), `\"a-b\" is no name for a group, only letters, digits and \"_\" are allowed`",
        "(?P<>c), `the name of the group \"(?P<>\" is missing`",
        "(?P<n, `the name of the group \"(?P<n\" is not closed`",
        "(?P, `the group \"(?P\" is not complete`",
        "a{1001}, `\"{1001}\" repeats more than 1000 times`",
        "a{99999999999}, `\"{99999999999}\" repeats more than 1000 times`",
        "`a{3,2}`, `\"{3,2}\" has its numbers the wrong way round`",
        "(a{501}){2}, `\"{2}\" repeats a repetition to more than 1000 times`"
      })
  void saysInPlainWordsWhatIsWrong(String expression, String problem) {
    assertThat(Re2.problem(expression)).isEqualTo(problem);
  }

  @Test
  void agreesWithRe2jOnGeneratedExpressions() {
    String[] pieces = {
      "a",
      "b",
      ".",
      "*",
      "+",
      "?",
      "(",
      ")",
      "(?:",
      "|",
      "[",
      "[^",
      "]",
      "-",
      "a-z",
      "{2}",
      "{2,}",
      "{2,3}",
      "{1001}",
      "}",
      "^",
      "$",
      "\\d",
      "\\W",
      "\\pN",
      "\\p{Greek}",
      "\\P{^L}",
      "\\pX",
      "\\C",
      "\\Q",
      "\\E",
      "\\z",
      "\\Z",
      "\\b",
      "\\x41",
      "\\x{41}",
      "\\07",
      "\\1",
      "\\0",
      "(?i)",
      "(?i:",
      "(?-s)",
      "(?x)",
      "(?P<n>",
      "(?P<1>",
      "(?=",
      "(?<!",
      "(?>",
      "(?",
      "[[:alpha:]]",
      "[:foo:]",
      "\\",
      "\\-",
      "\\_",
      "*?",
      "++",
      "a{,3}",
      "{3,2}",
      "\\t",
      "\\e",
      "[a-\\d]",
      "[z-a]",
      "[]a]",
      "[a-]",
      "(?s).",
      "()*"
    };
    long seed = 51;
    Random random = new Random(seed);
    int valid = 0;
    for (int i = 0; i < 60_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.append(Names.oneOf(random, pieces));
      }
      String expression = text.toString();
      if (isDuplicate(expression, "(?P<n>") || isDuplicate(expression, "(?P<1>")) {
        continue; // Go accepts a name twice, re2j does not.
      }
      boolean accepted = compiles(expression);
      valid += accepted ? 1 : 0;
      assertThat(Re2.isValid(expression)).as("seed %d: %s", seed, expression).isEqualTo(accepted);
    }
    assertThat(valid).isGreaterThan(10_000);
  }

  @Test
  void multipliesNestedRepetitions() {
    long seed = 52;
    Random random = new Random(seed);
    int[] counts = {0, 1, 2, 10, 31, 32, 100, 1_000};
    for (int i = 0; i < 20_000; i++) {
      StringBuilder expression = new StringBuilder("a");
      long product = 1;
      boolean valid = true;
      for (int n = random.nextInt(5); n > 0; n--) {
        int count = counts[random.nextInt(counts.length)];
        boolean open = random.nextInt(4) == 0;
        String group = Names.oneOf(random, "(", "(?:", "(b*|");
        expression.insert(0, group).append(open ? "){" + count + ",}" : "){" + count + "}");
        // {0} leaves nothing to multiply, {0,} is a star.
        product = count == 0 ? open ? product : 1 : product * count;
        valid &= count < 2 || product <= 1_000;
      }
      assertThat(Re2.isValid(expression.toString()))
          .as("seed %d: %s", seed, expression)
          .isEqualTo(valid);
    }
  }

  @Test
  void limitsDepthAndSizeAsGoDoes() {
    assertThat(Re2.isValid("(".repeat(999) + "a" + ")".repeat(999))).isTrue();
    assertThat(Re2.problem("(".repeat(1_001) + "a" + ")".repeat(1_001))).contains("1000 deep");
    assertThat(Re2.isValid("(?:".repeat(50_000) + "a" + ")".repeat(50_000))).isTrue();
    assertThat(Re2.isValid("(?:" + "a".repeat(3_000) + "){1000}")).isTrue();
    assertThat(Re2.problem("(?:" + "a".repeat(4_000) + "){1000}")).contains("too large");
  }

  @Test
  void readsHostileExpressionsInLinearTime() {
    for (String piece : new String[] {"(", "[[:", "\\Q", "{1", "(?i)", "[", "a|", "(?P<n>", "\\"}) {
      String expression = piece.repeat(100_000);
      assertThat(Re2.isValid(expression)).as(piece).isEqualTo(Re2.isValid(piece.repeat(4)));
    }
  }

  @Test
  void limitsTheLengthForIstio() {
    assertThat(Re2.istioProblem("")).isEqualTo("it is empty");
    assertThat(Re2.istioProblem("a".repeat(1_024))).isNull();
    assertThat(Re2.istioProblem("\u00e9".repeat(513)))
        .isEqualTo("it has 1026 bytes, at most 1024 are allowed");
    assertThat(Re2.istioProblem("(?=a)")).contains("lookahead");
  }

  @Test
  void isSilentForLinkerdWhereTheEnginesDiffer() {
    assertThat(Re2.linkerdProblem("(?x)a")).isNull();
    assertThat(Re2.linkerdProblem("a++")).isNull();
    assertThat(Re2.linkerdProblem("\\u0041")).isNull();
    assertThat(Re2.linkerdProblem("a{2000}")).isNull();
    assertThat(Re2.linkerdProblem("(?!a)")).contains("lookahead");
    assertThat(Re2.linkerdProblem("(a)\\1")).contains("back-reference");
    assertThat(Re2.linkerdProblem("(a")).contains("no closing");
  }

  private static boolean isDuplicate(String text, String part) {
    return text.indexOf(part) != text.lastIndexOf(part);
  }

  private static boolean compiles(String expression) {
    try {
      return Pattern.compile(expression) != null;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
