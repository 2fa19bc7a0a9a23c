package dev.meshlint.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiWordsTest {
  private static final List<String> LIST = List.of("token", "to", "basic ", "api-key", "api_key");
  private static final AsciiWords WORDS = new AsciiWords(LIST);

  @ParameterizedTest
  @ValueSource(strings = {"token", "a TOken", "x\nBasic y", "to", "api_keY", "étoken", "tto"})
  void findsAWordInAnyCaseAndPlace(String text) {
    assertThat(WORDS.areIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t", "basic", "api key", "töken", "t\u0130o", "o t"})
  void findsNothingElse(String text) {
    assertThat(WORDS.areIn(text)).isFalse();
  }

  @Test
  void agreesWithASearchForEach() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String letters = "tokenTKabsic piy-_\n\u00e9\u4e2d";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String lower = text.toString().toLowerCase(Locale.ROOT);
      boolean expected = LIST.stream().anyMatch(lower::contains);
      assertThat(WORDS.areIn(text.toString())).as("%s, seed %d", lower, seed).isEqualTo(expected);
    }
  }
}
