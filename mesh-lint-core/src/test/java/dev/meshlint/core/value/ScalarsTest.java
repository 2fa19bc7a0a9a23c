package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "100m, 0.1",
    "1.5, 1.5",
    ".5, 0.5",
    "1., 1",
    "128Mi, 134217728",
    "1Gi, 1073741824",
    "0.5Ki, 512",
    "1k, 1000",
    "2E, 2000000000000000000",
    "1e3, 1000",
    "1E-3, 0.001",
    "-5, -5",
    "+5, 5",
    "100n, 0.0000001",
    "1e99, 9223372036854775807",
    "100E, 9223372036854775807"
  })
  void readsQuantities(String text, BigDecimal amount) {
    assertThat(Quantity.problem(text)).isNull();
    assertThat(quantity(text).amount()).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is empty",
    "Mi, it does not begin with a number",
    "1 Gi, '\" Gi\" is not a unit'",
    "1GB, '\"GB\" is not a unit'",
    "1mi, '\"mi\" is not a unit'",
    "1K, '\"K\" is not a unit'",
    "1e, '\"e\" is not a unit'",
    "1e1.5, '\"e1.5\" is not a unit'",
    "'1,5', 'a fraction is written with a point, not a comma'"
  })
  void saysWhatIsWrongWithAQuantity(String text, String problem) {
    assertThat(Quantity.problem(text)).startsWith(problem);
    assertThat(Quantity.parse(text)).isNull();
  }

  @Test
  void comparesAndRoundsQuantities() {
    assertThat(quantity("1Gi")).isEqualTo(quantity("1024Mi")).isGreaterThan(quantity("1G"));
    assertThat(quantity("1000m")).isEqualTo(quantity("1"));
    assertThat(quantity("1500m").value()).isEqualTo(2);
    assertThat(quantity("100m").milliValue()).isEqualTo(100);
    assertThat(quantity("1e-1000000").value()).isEqualTo(1);
    assertThat(quantity("1e999999999999999").value()).isEqualTo(Long.MAX_VALUE);
    assertThat(quantity("1e999999999999999").milliValue()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void readsAnyQuantityWithoutAnException() {
    long seed = 101;
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      String text = Names.text(random, "0159.-+eEkKMmi", 7);
      assertThat(Quantity.parse(text) == null)
          .as("seed %d: %s", seed, text)
          .isEqualTo(Quantity.problem(text) != null);
      assertThat(text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([KME]i|[mkME]?|[eE][-+]?[0-9]+)"))
          .as("seed %d: %s", seed, text)
          .isEqualTo(Quantity.problem(text) == null);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.28, 1, 28, 0, ''",
    "v1.16.3, 1, 16, 3, ''",
    "1-28-2, 1, 28, 2, ''",
    "1.28.0-alpha.1, 1, 28, 0, alpha.1",
    "1.28.2-distroless, 1, 28, 2, distroless",
    "1.22-dev, 1, 22, 0, dev",
    "stable-2.14.10, 2, 14, 10, ''",
    "1.2.3.4, 1, 2, 3, 4",
    "1.18.0-rc.0@sha256:abc, 1, 18, 0, rc.0@sha256:abc"
  })
  void readsVersions(String text, int major, int minor, int patch, String suffix) {
    assertThat(Version.parse(text)).isEqualTo(new Version(major, minor, patch, suffix));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "latest", "1", "v1", "edge-25.8.1", "canary", "1.", "a1.2", "123456789.1"})
  void knowsWhatIsNoVersion(String text) {
    assertThat(Version.parse(text)).isNull();
  }

  @Test
  void ordersVersions() {
    String[] ascending = {"1.9", "1.27.9", "1.28-alpha.0", "1.28.0-rc.1", "1.28", "1.28.1", "2.0"};
    for (int i = 0; i < ascending.length; i++) {
      for (int j = 0; j < ascending.length; j++) {
        assertThat(Integer.signum(version(ascending[i]).compareTo(version(ascending[j]))))
            .as("%s %s", ascending[i], ascending[j])
            .isEqualTo(Integer.compare(i, j));
      }
    }
    assertThat(version("1.28.1-distroless")).isEqualByComparingTo(version("1.28.1"));
    assertThat(version("1.28.0-beta").isAtLeast(1, 28)).isTrue();
    assertThat(version("1.27.5").isAtLeast(1, 28)).isFalse();
    assertThat(version("2.1").isAtLeast(1, 28)).isTrue();
    assertThat(version("1.28.1")).hasToString("1.28.1");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://example.com/keys, -",
        "http://example.com, -",
        "https://[::1]:8443/a?b=c%20d, -",
        "HTTPS://example.com, -",
        "'', it is empty",
        "example.com/keys, 'it must begin with \"https://\" or \"http://\"'",
        "ftp://example.com, 'it must begin with \"https://\" or \"http://\"'",
        "https:/example.com, 'it must begin with \"https://\" or \"http://\"'",
        "https:///keys, the host is missing",
        "https://a b.com, it holds a blank",
        "https://a.com:x/, 'in the port, it is not a number'",
        "https://a.com/%zz, '\"%\" is not followed by two hexadecimal digits'"
      })
  void readsWebAddresses(String text, @Nullable String problem) {
    assertThat(HttpUrl.problem(text)).isEqualTo(problem);
    assertThat(HttpUrl.parse(text) == null).isEqualTo(problem != null);
  }

  @Test
  void takesWebAddressesApart() {
    assertThat(HttpUrl.parse("https://user@example.com:8443/a?b#c"))
        .isEqualTo(new HttpUrl("https", "example.com", 8443, "/a?b#c"));
    assertThat(HttpUrl.parse("http://[::1]")).isEqualTo(new HttpUrl("http", "::1", 80, ""));
    assertThat(HttpUrl.parse("https://a?b")).isEqualTo(new HttpUrl("https", "a", 443, "?b"));
  }

  @Test
  void readsTokensAndMethods() {
    assertThat(HttpToken.isToken("X-Request-Id")).isTrue();
    assertThat(HttpToken.isToken("!#$%&'*+-.^_`|~1a")).isTrue();
    assertThat(HttpToken.problem("a b")).startsWith("a blank is not allowed");
    assertThat(HttpToken.problem("a:b")).startsWith("\":\" is not allowed");
    assertThat(HttpToken.problem("")).isEqualTo("it is empty");
    assertThat(HttpToken.strictProblem("x-a_b")).isNull();
    assertThat(HttpToken.strictProblem("x.a")).startsWith("\".\" is not allowed");
    assertThat(HttpMethod.problem("GET")).isNull();
    assertThat(HttpMethod.problem("get")).isEqualTo("it must be written \"GET\"");
    assertThat(HttpMethod.problem("FETCH")).isEqualTo("there is no such HTTP method");
    assertThat(HttpMethod.POST.isIdempotent()).isFalse();
    assertThat(HttpMethod.PUT.isIdempotent()).isTrue();
  }

  @Test
  void readsTruthValues() {
    for (String text : new String[] {"1", "t", "T", "TRUE", "true", "True"}) {
      assertThat(GoBoolean.parse(text)).as(text).isTrue();
    }
    for (String text : new String[] {"0", "f", "F", "FALSE", "false", "False"}) {
      assertThat(GoBoolean.parse(text)).as(text).isFalse();
    }
    for (String text : new String[] {"", "yes", "on", "tRUE", " true"}) {
      assertThat(GoBoolean.parse(text)).as(text).isNull();
    }
  }

  private static Quantity quantity(String text) {
    return Objects.requireNonNull(Quantity.parse(text), text);
  }

  private static Version version(String text) {
    return Objects.requireNonNull(Version.parse(text), text);
  }
}
