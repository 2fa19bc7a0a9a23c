package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final List<String> WORDS =
      List.of(
          "ROUND_ROBIN",
          "LEAST_REQUEST",
          "RANDOM",
          "PASSTHROUGH",
          "STRICT",
          "PERMISSIVE",
          "DISABLE",
          "ISTIO_MUTUAL",
          "perTryTimeout",
          "timeout",
          "hostname",
          "attempts",
          "maxConnections",
          "matchLabels",
          "outlierDetection");

  @ParameterizedTest
  @CsvSource({
    "ROUND_ROBBIN, ROUND_ROBIN",
    "round-robin, ROUND_ROBIN",
    "roundRobin, ROUND_ROBIN",
    "strict, STRICT",
    "STRCIT, STRICT",
    "DISABLED, DISABLE",
    "per_try_timeout, perTryTimeout",
    "pertrytimeout, perTryTimeout",
    "perTryTimout, perTryTimeout",
    "attempt, attempts",
    "timeoutSeconds, timeout",
    "LEAST, LEAST_REQUEST",
    "MUTUAL_ISTIO, ISTIO_MUTUAL",
    "connections-max, maxConnections",
    "outlierDetecton, outlierDetection"
  })
  void offersTheWordThatWasProbablyMeant(String wrong, String meant) {
    assertThat(NearMiss.suggestion(wrong, WORDS)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"x", "ab", "weight", "subset", "RINGHASH", "-"})
  void offersNothingWhereNothingIsNear(String wrong) {
    assertThat(NearMiss.suggestion(wrong, WORDS)).isNull();
  }

  @Test
  void offersNothingWhereTwoAreEquallyNear() {
    assertThat(NearMiss.suggestion("HTTP3", List.of("HTTP", "HTTPS", "HTTP2"))).isNull();
    assertThat(NearMiss.suggestion("LEAST", List.of("LEAST_REQUEST", "LEAST_CONN"))).isNull();
  }

  @Test
  void offersNothingForNothing() {
    assertThat(NearMiss.suggestion("", List.of("", "a"))).isNull();
    assertThat(NearMiss.suggestion("timeout", List.of())).isNull();
  }
}
