package dev.meshlint.core.yaml;

import static dev.meshlint.core.yaml.Yaml.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where pieces of a scalar's text lie in the file. */
class ScalarPlacesTest {
  private static String source(YamlScalar scalar, String piece) {
    ScalarPlaces places = ScalarPlaces.of(scalar);
    int from = scalar.text().indexOf(piece);
    return scalar.file().text().substring(places.start(from), places.end(from + piece.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: sum by (x) (up)",
        "a: 'sum by (x) (up)'",
        "a: \"sum by (x) (up)\"",
        "a: |\n  sum by (x)\n    (up)\n",
        "a: |2-\n    sum by (x)\n\n  (up)",
        "a: >-\n  sum\n  by (x)\n\n  (up)\n",
        "a: sum\n  by (x)\n  (up)",
        "a: 'sum\n  by (x)\n\n  (up)'",
        "a: \"sum \\\n  by (x)\\n (up)\"",
        "a: |\r\n  sum by (x)\r\n  (up)\r\n",
        "a: \"{x=\\\"sum by (x)\\\"} (up)\"",
        "a: '{x=''sum by (x)''} (up)'"
      })
  void wordsAreWhereTheyAreWritten(String yaml) {
    YamlScalar text = scalar(Yaml.root(yaml), "a");

    assertThat(source(text, "sum")).isEqualTo("sum");
    assertThat(source(text, "(x)")).isEqualTo("(x)");
    assertThat(source(text, "up")).isEqualTo("up");
    int at = text.text().indexOf("up");
    assertThat(ScalarPlaces.of(text).isVerbatim(at, at + 2)).isTrue();
  }

  @Test
  void otherEscapesLeaveTheWholeScalar() {
    YamlScalar text = scalar(Yaml.root("a: \"sum\\u0028up)\""), "a");

    assertThat(source(text, "up")).isEqualTo("\"sum\\u0028up)\"");
    assertThat(ScalarPlaces.of(text).isVerbatim(4, 6)).isFalse();
  }

  @Test
  void aPieceOverSeveralLinesIsNotVerbatim() {
    YamlScalar text = scalar(Yaml.root("a: >-\n  sum\n  by (x)\n"), "a");

    assertThat(source(text, "sum by")).isEqualTo("sum\n  by");
    assertThat(ScalarPlaces.of(text).isVerbatim(0, 6)).isFalse();
  }

  @Test
  void whatIsSharedIsNotVerbatim() {
    YamlScalar text = scalar(Yaml.root("a: &x up\nb: *x\n"), "b");

    assertThat(source(text, "up")).isEqualTo("up");
    assertThat(ScalarPlaces.of(text).isVerbatim(0, 2)).isFalse();
  }

  @Test
  void yamlInsideYamlIsFoundInTheOuterFile() {
    YamlScalar outer = scalar(Yaml.root("a: |\n  b: |\n    sum by (x)\n      (up)\n"), "a");
    YamlFile inner = YamlReader.readEmbedded(outer, YamlLimits.DEFAULT);

    YamlScalar text = scalar(inner.documents().get(0).root(), "b");
    assertThat(source(text, "up")).isEqualTo("up");
    assertThat(outer.file().line(ScalarPlaces.of(text).start(text.text().indexOf("up"))))
        .isEqualTo(4);
  }

  @Test
  void placesLieInTheScalarAndGrow() {
    long seed = 7;
    Random random = new Random(seed);
    String[] words = {"up", "(", "'", "\"", "\\", " ", "  ", "\n", "\n\n", "\u00e9", "#", "x:y"};
    for (int run = 0; run < 2_000; run++) {
      StringBuilder text = new StringBuilder("a");
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(words[random.nextInt(words.length)]);
      }
      for (String yaml : Yamls.allStyles(text.toString())) {
        YamlScalar scalar = scalar(Yaml.root(yaml), "a");
        ScalarPlaces places = ScalarPlaces.of(scalar);
        int last = scalar.start();
        for (int i = 0; i <= scalar.text().length(); i++) {
          assertThat(places.start(i)).as("seed %d: %s", seed, yaml).isBetween(last, scalar.end());
          last = places.start(i);
        }
      }
    }
  }

  /** One text in several ways of writing. */
  private static final class Yamls {
    static java.util.List<String> allStyles(String text) {
      return java.util.List.of(
          "a: |-\n  " + text.replace("\n", "\n  ") + "\n",
          "a: '" + text.replace("'", "''").replace("\n", "\n\n  ") + "'\n",
          "a: \"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"\n");
    }
  }
}
