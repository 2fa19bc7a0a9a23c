package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "backend",
        "backend.production.svc.cluster.local",
        "example.com.",
        "Example.COM",
        "1.example.com",
        "1.2.3.4.",
        "a--b.com",
        "99999999999999999999"
      })
  void acceptsFullNames(String host) {
    assertThat(Hosts.fullNameProblem(host)).isNull();
    assertThat(Hosts.wildcardNameProblem(host)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "*.example.com", "*.com", "*-x.example.com", "*x", "*-x", "123", "*."})
  void acceptsWildcardsInTheFirstLabel(String host) {
    assertThat(Hosts.wildcardNameProblem(host)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is empty",
    "a..b, it has two dots in a row",
    ".a, it begins with a dot",
    "-a.com, '\"-a\" must begin and end with a letter or digit'",
    "a_b.com, '\"_\" is not allowed, only letters, digits and \"-\"'",
    "a b, 'a blank is not allowed, only letters, digits and \"-\"'",
    "10.0.0.1, 'it is an IP address, not a host name'",
    "example.123, 'its last part \"123\" is a number'",
    "example.com:80, 'a host has no port: leave out \":80\"'",
    "https://example.com, 'a host has no scheme: leave out \"https://\"'",
    "foo.*.com, '\"*\" may only begin the first part'",
    "**.com, '\"*\" may only begin the first part'",
    "*-.com, '\"-\" must begin and end with a letter or digit'"
  })
  void saysWhatIsWrong(String host, String problem) {
    assertThat(Hosts.wildcardNameProblem(host)).isEqualTo(problem);
    assertThat(Hosts.isFullName(host)).isFalse();
  }

  @Test
  void limitsLengths() {
    String label = "a".repeat(63);
    assertThat(Hosts.isFullName(label)).isTrue();
    assertThat(Hosts.fullNameProblem(label + "a.com")).contains("has 64 characters");
    assertThat(Hosts.isWildcardName("*" + "a".repeat(62))).isTrue();
    assertThat(Hosts.isWildcardName("*" + label)).isFalse();
    assertThat(Hosts.isFullName("a.".repeat(127) + "b")).isTrue();
    assertThat(Hosts.fullNameProblem("a.".repeat(128))).contains("has 256 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "a.com, a.com, true",
    "a.com, b.com, false",
    "*.a.com, x.a.com, true",
    "*.a.com, x.y.a.com, true",
    "*.a.com, *.x.a.com, true",
    "*.a.com, a.com, false",
    "*.a.com, *.b.com, false",
    "*, anything, true",
    "*, *.a.com, true",
    "*a.com, a.com, true",
    "*-x.a.com, b-x.a.com, true",
    "A.com, a.com, false"
  })
  void comparesHosts(String one, String other, boolean matches) {
    assertThat(Hosts.matches(one, other)).isEqualTo(matches);
    assertThat(Hosts.matches(other, one)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "x.a.com, *.a.com, true",
    "*.a.com, *.a.com, true",
    "*.x.a.com, *.a.com, true",
    "*.a.com, *.x.a.com, false",
    "*.a.com, x.a.com, false",
    "a.com, *.a.com, false",
    "*.a.com, *, true",
    "*, *.a.com, false"
  })
  void knowsSubsets(String inner, String outer, boolean subset) {
    assertThat(Hosts.isSubsetOf(inner, outer)).isEqualTo(subset);
  }

  @Test
  void agreesWithTheSetsThatHostsStandFor() {
    long seed = 21;
    Random random = new Random(seed);
    List<String> all = names("ab", 6);
    for (int i = 0; i < 2_000; i++) {
      String one = (random.nextInt(3) > 0 ? "*" : "") + Names.text(random, "ab", 3);
      String other = (random.nextInt(3) > 0 ? "*" : "") + Names.text(random, "ab", 3);
      List<String> covered = all.stream().filter(name -> covers(one, name)).toList();
      List<String> both = covered.stream().filter(name -> covers(other, name)).toList();
      String what = "seed " + seed + ": " + one + " " + other;
      assertThat(Hosts.matches(one, other)).as(what).isEqualTo(!both.isEmpty());
      assertThat(Hosts.isSubsetOf(one, other)).as(what).isEqualTo(both.equals(covered));
    }
  }

  @Test
  void triesTheMostSpecificHostFirst() {
    List<String> hosts =
        new ArrayList<>(List.of("*", "*.com", "b.com", "*.a.com", "a.com", "x.a.com"));
    hosts.sort(Hosts.MOST_SPECIFIC_FIRST);
    assertThat(hosts).containsExactly("x.a.com", "a.com", "b.com", "*.a.com", "*.com", "*");
  }

  @Test
  void acceptsEveryGeneratedHost() {
    long seed = 22;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String host = Names.host(random);
      assertThat(Hosts.fullNameProblem(host)).as("seed %d: %s", seed, host).isNull();
      String wildcard = Names.oneOf(random, "*.", "*", "*-") + host;
      assertThat(Hosts.wildcardNameProblem(wildcard)).as("seed %d: %s", seed, wildcard).isNull();
      assertThat(Hosts.isPartialWildcard(wildcard)).isEqualTo(!wildcard.startsWith("*."));
    }
  }

  private static boolean covers(String host, String name) {
    return host.startsWith("*") ? name.endsWith(host.substring(1)) : name.equals(host);
  }

  private static List<String> names(String alphabet, int longest) {
    List<String> names = new ArrayList<>(List.of(""));
    for (int i = 0; i < names.size() && names.get(i).length() < longest; i++) {
      for (int c = 0; c < alphabet.length(); c++) {
        names.add(names.get(i) + alphabet.charAt(c));
      }
    }
    return names;
  }
}
