package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names and patterns in rules of Cilium. */
class FqdnPatternTest {
  private static final String[] LABELS = {"a", "b", "*", "a*", "*b", "com"};

  @Test
  void aStarIsForOneLabelAndTwoForSeveral() {
    assertThat(FqdnPattern.overlap("*.example.com", "API.example.com.")).isTrue();
    assertThat(FqdnPattern.overlap("*.example.com", "v1.api.example.com")).isFalse();
    assertThat(FqdnPattern.overlap("**.example.com", "v1.api.example.com")).isTrue();
    assertThat(FqdnPattern.overlap("api.example.com", "*.example.com")).isTrue();
    assertThat(FqdnPattern.overlap("*", "example.com")).isTrue();
    assertThat(FqdnPattern.overlap("*.example.org", "*.example.com")).isFalse();
  }

  @Test
  void patternsOverlapWhereSomeNameIsMeantByBoth() {
    assertThat(FqdnPattern.overlap("api-*.example.com", "*-v1.example.com")).isTrue();
    assertThat(FqdnPattern.overlap("api-*.example.com", "www-*.example.com")).isFalse();
    assertThat(FqdnPattern.overlap("*example.com", "example.com")).isTrue();
    assertThat(FqdnPattern.overlap("*.*.example.com", "**.example.com")).isTrue();
    assertThat(FqdnPattern.overlap("**.example.com", "**.com")).isTrue();
    assertThat(FqdnPattern.overlap("**.example.com", "example.com")).isFalse();
    assertThat(FqdnPattern.overlap("**.example.com", "**.example.org")).isFalse();
    assertThat(FqdnPattern.overlap("*", "**.a.b")).isTrue();
    assertThat(FqdnPattern.overlap("a*b*c.com", "*bb*.com")).isTrue();
  }

  @Test
  void whatOverlapsHasAKeyInCommon() {
    for (long seed = 1; seed <= 20_000; seed++) {
      Random random = new Random(seed);
      String one = pattern(random);
      String other = pattern(random);
      if (FqdnPattern.overlap(one, other)) {
        assertThat(FqdnPattern.keys(one))
            .as("seed %s: %s and %s", seed, one, other)
            .containsAnyElementsOf(FqdnPattern.asked(other));
      }
    }
  }

  private static String pattern(Random random) {
    StringBuilder pattern = new StringBuilder(random.nextInt(5) == 0 ? "**." : "");
    for (int i = random.nextInt(4); i > 0; i--) {
      pattern.append(LABELS[random.nextInt(LABELS.length)]).append('.');
    }
    return pattern.append(LABELS[random.nextInt(LABELS.length)]).toString();
  }
}
