package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "istio-system/*, istio-system/ingress, true",
    "istio-system/*, istio/ingress, false",
    "*.example.com, a.b.example.com, true",
    "*.example.com, example.com, false",
    "team-*-prod, team-a-prod, true",
    "*, '', true",
    "'', a, false",
    "a.c, abc, false"
  })
  void coversTextsAsAWhole(String pattern, String text, boolean matches) {
    assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
  }

  @Test
  void agreesWithARegularExpression() {
    long seed = 111;
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      String pattern = Names.text(random, "ab**", 6);
      String text = Names.text(random, "ab", 8);
      assertThat(Glob.matches(pattern, text))
          .as("seed %d: %s %s", seed, pattern, text)
          .isEqualTo(Pattern.matches(pattern.replace("*", ".*"), text));
    }
  }
}
