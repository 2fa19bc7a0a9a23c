package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  private static final Pattern GEP = Pattern.compile("([0-9]{1,5}(h|m|s|ms)){1,4}");
  private static final Pattern LINKERD = Pattern.compile("0+|[0-9]+(ms|s|m|h|d)");
  private static final Pattern PROMETHEUS =
      Pattern.compile(
          "0|(?=.)([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "10s, -",
        "1h30m5s10ms, -",
        "0s, -",
        "'', it is empty",
        "5, 'the unit is missing, such as \"5s\"'",
        "1.5s, a fraction is not allowed here",
        "-5s, a sign is not allowed here",
        "100000s, '\"100000\" has more than five digits'",
        "1s1s1s1s1s, it has more than four parts",
        "5us, '\"us\" is not a unit here, only h, m, s and ms are'",
        "1d, '\"d\" is not a unit here, only h, m, s and ms are'"
      })
  void readsTheDurationsOfTheGatewayApi(String text, @Nullable String problem) {
    assertThat(GepDuration.problem(text)).isEqualTo(problem);
    assertThat(GepDuration.nanos(text) == null).isEqualTo(problem != null);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "10s, -",
        "300ms, -",
        "1d, -",
        "0, -",
        "0s, -",
        "5, 'the unit is missing, such as \"5s\"'",
        "1.5s, a fraction is not allowed here",
        "1m30s, only one number with one unit is allowed here",
        "-5s, a sign is not allowed here",
        "5us, '\"us\" is not a unit here, only ms, s, m, h and d are'",
        "s, 'a whole number is missing at \"s\"'",
        "99999999999999999999d, it is too long a time"
      })
  void readsTheDurationsOfLinkerd(String text, @Nullable String problem) {
    assertThat(LinkerdDuration.problem(text)).isEqualTo(problem);
    assertThat(LinkerdDuration.millis(text) == null).isEqualTo(problem != null);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1d12h, -",
        "5m, -",
        "0, -",
        "1y, -",
        "'', it is empty",
        "5, 'the unit is missing, such as \"5s\"'",
        "1.5h, a fraction is not allowed here",
        "5m1h, 'each unit may stand once, the longest first'",
        "1m1m, 'each unit may stand once, the longest first'",
        "10us, '\"us\" is not a unit here, only y, w, d, h, m, s and ms are'",
        "-5m, a sign is not allowed here",
        "300y, it is longer than 292 years"
      })
  void readsTheDurationsOfPrometheus(String text, @Nullable String problem) {
    assertThat(PrometheusDuration.problem(text)).isEqualTo(problem);
    assertThat(PrometheusDuration.millis(text) == null).isEqualTo(problem != null);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "10s, -",
        "1ms, -",
        "1.5s, -",
        "0s, it is shorter than 1ms",
        "0, it is shorter than 1ms",
        "999us, it is shorter than 1ms",
        "-5s, it is negative",
        "1500us, it is not a whole number of milliseconds",
        "5, 'the unit is missing, such as \"5s\"'"
      })
  void readsTheDurationsOfIstio(String text, @Nullable String problem) {
    assertThat(IstioDuration.problem(text)).isEqualTo(problem);
  }

  @Test
  void knowsTheFieldsOfIstioWithOtherLimits() {
    assertThat(IstioDuration.orZeroProblem("0s")).isNull();
    assertThat(IstioDuration.orZeroProblem("-1s")).isEqualTo("it is negative");
    assertThat(IstioDuration.orZeroProblem("x")).isNotNull();
    assertThat(IstioDuration.wholeSecondsProblem("1m")).isNull();
    assertThat(IstioDuration.wholeSecondsProblem("1500ms"))
        .isEqualTo("it is not a whole number of seconds");
    assertThat(IstioDuration.wholeSecondsProblem("0s")).isEqualTo("it is shorter than 1ms");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1.5s, 1500ms, 1500ms",
        "1m30s, 1m30s, 90s",
        "90m, 1h30m, 90m",
        "1500us, -, -",
        "-5s, -, -",
        "0, 0s, 0s",
        "x, -, -"
      })
  void writesTheSameTimeInAnotherGrammar(
      String text, @Nullable String gep, @Nullable String linkerd) {
    assertThat(GepDuration.rewrite(text)).isEqualTo(gep);
    assertThat(LinkerdDuration.rewrite(text)).isEqualTo(linkerd);
  }

  @Test
  void agreesWithThePatternsOfTheDocumentation() {
    long seed = 61;
    Random random = new Random(seed);
    String[] pieces = {
      "0", "1", "12", "123456", "h", "m", "s", "ms", "d", "w", "y", "us", ".", "-", " x"
    };
    for (int i = 0; i < 100_000; i++) {
      StringBuilder builder = new StringBuilder();
      for (int n = random.nextInt(8); n > 0; n--) {
        boolean number = n % 2 == 0 && random.nextInt(4) > 0;
        builder.append(number ? pieces[random.nextInt(4)] : Names.oneOf(random, pieces));
      }
      String text = builder.toString();
      assertThat(GepDuration.problem(text) == null)
          .as("seed %d: %s", seed, text)
          .isEqualTo(GEP.matcher(text).matches());
      if (!text.matches(".*[0-9]{9}.*")) {
        assertThat(LinkerdDuration.problem(text) == null)
            .as("seed %d: %s", seed, text)
            .isEqualTo(LINKERD.matcher(text).matches());
      }
      boolean small = !text.matches(".*[0-9]{3}.*");
      if (small) {
        assertThat(PrometheusDuration.problem(text) == null)
            .as("seed %d: %s", seed, text)
            .isEqualTo(PROMETHEUS.matcher(text).matches());
      }
    }
  }

  @Test
  void rewritingKeepsTheTime() {
    long seed = 62;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long millis = random.nextLong(1L << (1 + random.nextInt(35)));
      String text = GoDuration.format(millis * 1_000_000);
      String linkerd = Objects.requireNonNull(LinkerdDuration.rewrite(text), text);
      assertThat(LinkerdDuration.millis(linkerd)).as("seed %d: %s", seed, text).isEqualTo(millis);
      String gep = GepDuration.rewrite(text);
      if (gep != null) {
        assertThat(GepDuration.nanos(gep)).as("seed %d", seed).isEqualTo(millis * 1_000_000);
      }
    }
  }
}
