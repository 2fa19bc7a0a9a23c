package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {
  private static final String[] UNITS = {"ns", "us", "\u00b5s", "\u03bcs", "ms", "s", "m", "h"};
  private static final long[] NANOS = {
    1, 1_000, 1_000, 1_000, 1_000_000, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L
  };

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "+0, 0",
    "-0, 0",
    "0s, 0",
    "5s, 5000000000",
    "300ms, 300000000",
    "1.5h, 5400000000000",
    "-1.5h, -5400000000000",
    "+5s, 5000000000",
    "1h15m30.918273645s, 4530918273645",
    "1.s, 1000000000",
    ".5s, 500000000",
    "9223372036854775807ns, 9223372036854775807",
    "-9223372036854775808ns, -9223372036854775808",
    "-9223372036854775.808us, -9223372036854775808",
    "0.100000000000000000000h, 360000000000",
    "0.3333333333333333333h, 1200000000000",
    "9007199254.740993ms, 9007199254740993",
    "0.830103483285477580700h, 2988372539827"
  })
  void readsWhatGoReads(String text, long nanos) {
    assertThat(GoDuration.nanos(text)).isEqualTo(nanos);
    assertThat(GoDuration.problem(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is empty",
    "-, the number is missing",
    "5, 'the unit is missing, such as \"5s\"'",
    "1.5, 'the unit is missing, such as \"1.5s\"'",
    "1m5, 'the unit is missing, such as \"5s\"'",
    "s, 'a number is missing at \"s\"'",
    ".s, 'a number is missing at \".s\"'",
    "1d, 'there is no unit for days, 24h is one'",
    "5 s, '\" s\" is not a unit, only ns, us, ms, s, m and h are'",
    "5sec, '\"sec\" is not a unit, only ns, us, ms, s, m and h are'",
    "5S, '\"S\" is not a unit, only ns, us, ms, s, m and h are'",
    "1s-1s, '\"s-\" is not a unit, only ns, us, ms, s, m and h are'",
    "9223372036854775808ns, it is longer than 292 years",
    "3000000h, it is longer than 292 years",
    "99999999999999999999s, it is longer than 292 years"
  })
  void saysWhatIsWrong(String text, String problem) {
    assertThat(GoDuration.problem(text)).isEqualTo(problem);
    assertThat(GoDuration.nanos(text)).isNull();
  }

  @Test
  void addsUpGeneratedParts() {
    long seed = 11;
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      BigDecimal sum = BigDecimal.ZERO;
      for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
        int unit = random.nextInt(UNITS.length);
        String number = String.valueOf(random.nextInt(1000));
        if (random.nextInt(3) == 0) {
          number += "." + random.nextInt(1000);
        }
        text.append(number).append(UNITS[unit]);
        BigDecimal value = new BigDecimal(number).multiply(BigDecimal.valueOf(NANOS[unit]));
        sum = sum.add(value.setScale(0, RoundingMode.DOWN));
      }
      long nanos = Objects.requireNonNull(GoDuration.nanos(text.toString()), text.toString());
      // Go multiplies the fraction as a floating-point number: each part may lose a nanosecond.
      assertThat(sum.longValueExact() - nanos).as("seed %d: %s", seed, text).isBetween(0L, 3L);
    }
  }

  @Test
  void readsBackWhatItWrites() {
    long seed = 12;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long nanos = random.nextLong(1L << (1 + random.nextInt(62)));
      nanos -= nanos % Names.oneOf(random, 1L, 1_000L, 1_000_000L, 1_000_000_000L);
      assertThat(GoDuration.nanos(GoDuration.format(nanos))).as("seed %d", seed).isEqualTo(nanos);
    }
    assertThat(GoDuration.format(0)).isEqualTo("0s");
    assertThat(GoDuration.format(5_400_000_000_000L)).isEqualTo("1h30m");
    assertThat(GoDuration.format(1_500_000_000L)).isEqualTo("1500ms");
  }

  @Test
  void readsAnyTextWithoutAnException() {
    long seed = 13;
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      String text = Names.text(random, "0159.-+smhnu\u00b5 d", 8);
      assertThat(GoDuration.nanos(text) == null)
          .as("seed %d: %s", seed, text)
          .isEqualTo(GoDuration.problem(text) != null);
    }
  }
}
