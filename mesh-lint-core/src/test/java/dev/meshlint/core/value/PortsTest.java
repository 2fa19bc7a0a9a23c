package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1, -",
        "65535, -",
        "080, -",
        "0, it is not between 1 and 65535",
        "65536, it is not between 1 and 65535",
        "99999999999, it is not between 1 and 65535",
        "-1, it is not between 1 and 65535",
        "http, it is not a number",
        "8 0, it is not a number",
        "'', it is empty"
      })
  void readsPorts(String text, @Nullable String problem) {
    assertThat(PortNumber.problem(text)).isEqualTo(problem);
    assertThat(PortNumber.parse(text) == null).isEqualTo(problem != null);
  }

  @Test
  void allowsZeroWhereIstioDoes() {
    assertThat(PortNumber.orZeroProblem("0")).isNull();
    assertThat(PortNumber.orZeroProblem("80")).isNull();
    assertThat(PortNumber.orZeroProblem("65536")).isNotNull();
    assertThat(PortNumber.orZeroProblem("")).isNotNull();
    assertThat(PortNumber.isValid(65_535)).isTrue();
    assertThat(PortNumber.isValid(0)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "http, -",
        "http-metrics, -",
        "8080-tcp, -",
        "8080, it needs a letter",
        "Http, it must be lower case",
        "http_web, '\"_\" is not allowed, only letters, digits and \"-\"'",
        "a--b, 'it has two \"-\" in a row'",
        "-a, it must begin and end with a letter or digit",
        "a234567890123456, 'it has 16 characters, at most 15 are allowed'",
        "'', it is empty"
      })
  void readsPortNames(String name, @Nullable String problem) {
    assertThat(PortNumber.nameProblem(name)).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "25,587,3306-3310; -",
        "25, 587 ,; -",
        "''; -",
        "1-65535; -",
        "25,,587; it has an empty entry",
        "0; in \"0\", it is not between 1 and 65535",
        "90-80; the range \"90-80\" ends before it begins",
        "80-x; in \"80-x\", it is no range of ports",
        "mysql; in \"mysql\", it is not a number"
      })
  void readsLists(String text, @Nullable String problem) {
    assertThat(PortRanges.problem(text)).isEqualTo(problem);
  }

  @Test
  void keepsTheNamesInAList() {
    PortRanges ranges = PortRanges.parse("25,mysql,3306-3310");
    assertThat(ranges.names()).containsExactly("mysql");
    assertThat(ranges.contains(3_308)).isTrue();
    assertThat(ranges.contains(26)).isFalse();
  }

  @Test
  void holdsThePortsThatWereWritten() {
    long seed = 81;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Set<Integer> ports = new TreeSet<>();
      List<String> entries = new ArrayList<>();
      for (int n = random.nextInt(5); n > 0; n--) {
        int first = 1 + random.nextInt(90);
        int last = first + random.nextInt(10);
        entries.add(first == last ? "" + first : first + "-" + last);
        for (int port = first; port <= last; port++) {
          ports.add(port);
        }
      }
      String text = String.join(Names.oneOf(random, ",", ", ", " ,"), entries);
      assertThat(PortRanges.problem(text)).as("seed %d: %s", seed, text).isNull();
      PortRanges ranges = PortRanges.parse(text);
      for (int port = 1; port <= 100; port++) {
        assertThat(ranges.contains(port))
            .as("seed %d: %s", seed, text)
            .isEqualTo(ports.contains(port));
      }
    }
  }
}
