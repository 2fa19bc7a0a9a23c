package dev.meshlint.core.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PromqlPropertyTest {
  private static final long SEED = 20_260_801;
  private static final int RUNS = 3_000;

  @Test
  void what_is_written_is_read_as_it_was_meant() {
    Random random = new Random(SEED);
    for (int i = 0; i < RUNS; i++) {
      RandomExpression generated = RandomExpression.of(random, 4);

      ParsedPromql parsed = Promql.parse(generated.text());

      assertThat(parsed.problems()).as("seed %d, run %d: %s", SEED, i, generated).isEmpty();
      assertThat(parsed.expression())
          .as("seed %d, run %d: %s", SEED, i, generated)
          .isNotNull()
          .extracting(Dump::of)
          .isEqualTo(generated.dump());
    }
  }

  @Test
  void places_of_parts_lie_in_each_other() {
    Random random = new Random(SEED);
    for (int i = 0; i < RUNS; i++) {
      String text = RandomExpression.of(random, 4).text();
      Expression expression = Promql.parse(text).expression();

      assertThat(expression).as(text).isNotNull();
      for (Expression part : expression.all()) {
        assertThat(part.children())
            .as(text)
            .allSatisfy(
                child -> {
                  assertThat(child.span().start())
                      .isBetween(part.span().start(), part.span().end());
                  assertThat(child.span().end()).isBetween(child.span().start(), part.span().end());
                });
      }
    }
  }

  @Test
  void any_text_gives_problems_in_the_text_and_never_a_crash() {
    Random random = new Random(SEED);
    List<String> pieces =
        List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "`",
            "\\",
            ",",
            "=~",
            "!",
            "@",
            "offset",
            "by",
            "5m",
            "1e",
            "0x",
            ":",
            "\n",
            "#",
            "\uD83D\uDE00",
            "\uD83D",
            "sum",
            "-",
            "$");
    for (int i = 0; i < RUNS; i++) {
      StringBuilder text = new StringBuilder(RandomExpression.of(random, 3).text());
      for (int mutation = random.nextInt(4); mutation >= 0; mutation--) {
        int at = random.nextInt(text.length() + 1);
        if (random.nextBoolean()) {
          text.insert(at, pieces.get(random.nextInt(pieces.size())));
        } else {
          text.delete(at, Math.min(text.length(), at + random.nextInt(3)));
        }
      }
      String mutated = text.toString();
      assertThatCode(() -> assertPlaces(mutated)).as(mutated).doesNotThrowAnyException();
    }
  }

  private static void assertPlaces(String text) {
    assertThat(Promql.parse(text).problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.span().start()).isBetween(0, text.length());
              assertThat(problem.span().end()).isBetween(problem.span().start(), text.length());
              assertThat(problem.message()).isNotEmpty();
            });
  }
}
