package dev.meshlint.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.yaml.YamlScalar.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sigs.k8s.io/yaml makes of scalars; every row was checked by running it. */
class ScalarTypesTest {
  private static YamlScalar value(String written) {
    return Yaml.scalar(Yaml.root("a: " + written + "\n"), "a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y",
        "Y",
        "yes",
        "Yes",
        "YES",
        "true",
        "True",
        "TRUE",
        "on",
        "On",
        "ON",
        "!!bool yes"
      })
  void trueHasManySpellings(String written) {
    assertThat(value(written).type()).isEqualTo(Type.BOOLEAN);
    assertThat(value(written).bool()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"})
  void falseHasManySpellings(String written) {
    assertThat(value(written).type()).isEqualTo(Type.BOOLEAN);
    assertThat(value(written).bool()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL", "!!null ''", "!!null ~"})
  void nullHasManySpellings(String written) {
    assertThat(value(written).isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "+12, 12",
    "1_000, 1000",
    "1__0_, 10",
    "010, 8",
    "00, 0",
    "0o10, 8",
    "0O10, 8",
    "-0o7, -7",
    "0x1F, 31",
    "0X_f, 15",
    "-0x1f, -31",
    "0b11, 3",
    "-0b11, -3",
    "+0b1, 1",
    "0_b11, 3",
    // Not octal, so a float; JSON does not show that.
    "08, 8",
    "0_8, 8",
    "1.0, 1",
    "5., 5",
    "0.0, 0",
    "1e3, 1000",
    "1E+3, 1000",
    "12e03, 12000",
    "1_e3, 1000",
    ".1e3, 100",
    "!!int '12', 12",
    "!!float 3, 3",
    "-9223372036854775808, -9223372036854775808",
  })
  void wholeNumbers(String written, long expected) {
    assertThat(value(written).type()).isEqualTo(Type.INTEGER);
    assertThat(value(written).integer()).isEqualTo(expected);
    assertThat(value(written).number()).isEqualTo((double) expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "18446744073709551615", "18446744073709551616"})
  void wholeNumbersMayBeTooLargeForTheirValue(String written) {
    assertThat(value(written).type()).isEqualTo(Type.INTEGER);
    assertThat(value(written).integer()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 1.5",
    "0.5, 0.5",
    "-0.25, -0.25",
    ".5, 0.5",
    "-.5, -0.5",
    "+.5, 0.5",
    ".5_0, 0.5",
    "1_0.5, 10.5",
    "685_230.15, 685230.15",
    "09.5, 9.5",
    "1e-2, 0.01",
    "1.5e-7, 1.5e-7",
    "1e21, 1e21",
    "123456789012345678901234567890, 123456789012345678901234567890",
    ".inf, Infinity",
    "+.Inf, Infinity",
    "-.INF, -Infinity",
    ".nan, NaN",
    ".NaN, NaN",
  })
  void otherNumbers(String written, Double expected) {
    assertThat(value(written).type()).isEqualTo(Type.NUMBER);
    assertThat(value(written).number()).isEqualTo(expected);
    assertThat(value(written).integer()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backend",
        "nULL",
        "tRUE",
        "yEs",
        "oN",
        "1:20",
        "190:20:30",
        "2001-12-14",
        "2001-12-14T01:02:03Z",
        "1.2.3",
        "1e",
        "1e5.2",
        "1e400",
        ".",
        "..",
        ".5.",
        "._5",
        ".e3",
        "+",
        "0x",
        "0b",
        "0b2",
        "0o8",
        "0x1p4",
        "0x1.8p1",
        "00x1",
        "Infinity",
        "nan",
        "=",
        "<<",
        "_1",
        "v1",
        "5s",
        "10%",
        "'true'",
        "\"1\"",
        "'~'",
        "''",
        "!!str 12",
        "!!str",
        "! 12",
        "!mine 12",
        "!!binary aGk=",
        "!!int abc",
        "!!null x",
        "!!timestamp 2001-12-14",
      })
  void allElseIsText(String written) {
    assertThat(value(written).type()).isEqualTo(Type.STRING);
    assertThat(value(written).bool()).isNull();
    assertThat(value(written).number()).isNull();
  }
}
