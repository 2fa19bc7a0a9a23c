package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoreHostsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "example.com, -",
        "*.example.com, -",
        "localhost, -",
        "*, 'a bare \"*\" is not allowed: leave the field out to mean every host'",
        "Example.com, it must be lower case",
        "10.0.0.1, 'it is an IP address, not a host name'",
        "a.*.com, '\"*\" may only be the whole first part'",
        "*a.com, '\"*\" may only be the whole first part'",
        "example.com:80, 'a host has no port: leave out \":80\"'",
        "https://example.com, 'a host has no scheme: leave out \"https://\"'",
        "example.com., it ends with a dot",
        "'', it is empty"
      })
  void readsHostNamesOfTheGatewayApi(String hostname, @Nullable String problem) {
    assertThat(GatewayHostname.problem(hostname)).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'', '', ''",
        "'', a.com, a.com",
        "a.com, '', a.com",
        "*.a.com, x.a.com, x.a.com",
        "x.a.com, *.a.com, x.a.com",
        "*.a.com, x.y.a.com, x.y.a.com",
        "*.a.com, a.com, -",
        "*.a.com, *.x.a.com, *.x.a.com",
        "*.a.com, *.b.com, -",
        "a.com, b.com, -",
        "*.a.com, xa.com, -"
      })
  void intersectsListenersAndRoutes(String listener, String route, @Nullable String common) {
    assertThat(GatewayHostname.intersection(listener, route)).isEqualTo(common);
    assertThat(GatewayHostname.intersects(listener, route)).isEqualTo(common != null);
  }

  @Test
  void intersectionIsTheSetOfCommonHosts() {
    long seed = 71;
    Random random = new Random(seed);
    List<String> all = hosts(4);
    for (int i = 0; i < 2_000; i++) {
      String one = pattern(random);
      String other = pattern(random);
      String common = GatewayHostname.intersection(one, other);
      for (String host : all) {
        boolean expected = GatewayHostname.covers(one, host) && GatewayHostname.covers(other, host);
        assertThat(common != null && GatewayHostname.covers(common, host))
            .as("seed %d: %s %s %s", seed, one, other, host)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "example.com, -, 'the namespace is missing: write \"./example.com\" or \"*/example.com\"'",
        "production/example.com, -, -",
        "./*, -, -",
        "*/*.example.com, -, -",
        "*, -, 'the namespace is missing: write \"./*\" or \"*/*\"'",
        "10.0.0.1, -, 'the namespace is missing: write \"./10.0.0.1\" or \"*/10.0.0.1\"'",
        "./10.0.0.1, -, 'it is an IP address, not a host name'",
        "~/*, 'in the namespace before \"/\", \"~\" is not allowed, only letters, digits and \"-\"', -",
        "a/backend, 'a short name is not allowed here, only a full one', 'a short name is not allowed here, only a full one'",
        "a/, 'the host after \"/\" is missing', 'the host after \"/\" is missing'",
        "/a.com, 'the namespace before \"/\" is missing', 'the namespace before \"/\" is missing'",
        "a/*x.com, '\"*\" must be the whole first part, as in \"*.example.com\"', '\"*\" must be the whole first part, as in \"*.example.com\"'",
        "a/b/c.com, '\"/\" is not allowed, only letters, digits and \"-\"', '\"/\" is not allowed, only letters, digits and \"-\"'"
      })
  void readsHostsWithNamespaces(
      String text, @Nullable String gatewayProblem, @Nullable String sidecarProblem) {
    assertThat(NamespacedHost.gatewayProblem(text)).isEqualTo(gatewayProblem);
    assertThat(NamespacedHost.sidecarProblem(text)).isEqualTo(sidecarProblem);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "backend, backend, -, SHORT",
        "backend.production, backend, production, WITH_NAMESPACE",
        "backend.production.svc, backend, production, WITH_SVC",
        "backend.production.svc.cluster.local, backend, production, FULL"
      })
  void takesServiceNamesApart(
      String host, String name, @Nullable String namespace, ServiceHost.Form form) {
    assertThat(ServiceHost.parse(host, "cluster.local"))
        .isEqualTo(new ServiceHost(name, namespace, form));
  }

  @Test
  void knowsWhatCannotBeAService() {
    for (String host :
        List.of(
            "*",
            "*.a.svc.cluster.local",
            "api.example.com",
            "10.0.0.1",
            "",
            "a.svc",
            "a.b.c.svc.cluster.local")) {
      ServiceHost parsed = ServiceHost.parse(host, "cluster.local");
      assertThat(parsed == null || parsed.form() == ServiceHost.Form.WITH_NAMESPACE)
          .as(host)
          .isTrue();
    }
    assertThat(ServiceHost.parse("a.b.svc.example.org", "example.org")).isNotNull();
  }

  @Test
  void readsBackTheFullNameOfAService() {
    long seed = 72;
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      String name = Names.label(random);
      String namespace = Names.label(random);
      assertThat(ServiceHost.parse(ServiceHost.fullName(name, namespace, "a.b"), "a.b"))
          .as("seed %d", seed)
          .isEqualTo(new ServiceHost(name, namespace, ServiceHost.Form.FULL));
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "istiod.istio-system.svc:15012, -",
        "10.0.0.1:80, -",
        "[::1]:80, -",
        "backend, 'the port is missing, as in \"backend:443\"'",
        "backend:0, 'in the port, it is not between 1 and 65535'",
        "backend:x, 'in the port, it is not a number'",
        ":80, the host is missing",
        "::1:80, 'an IPv6 address must stand in brackets, with the port after them'",
        "a_b:80, '\"_\" is not allowed, only letters, digits and \"-\"'",
        "'', it is empty"
      })
  void readsAddressesWithPorts(String text, @Nullable String problem) {
    assertThat(Authority.withPortProblem(text)).isEqualTo(problem);
  }

  @Test
  void takesAuthoritiesApart() {
    assertThat(Authority.parse("backend.production.svc.cluster.local:8080"))
        .isEqualTo(new Authority("backend.production.svc.cluster.local", 8080));
    assertThat(Authority.parse("backend")).isEqualTo(new Authority("backend", null));
    assertThat(Authority.parse("[fe80::1]:80")).isEqualTo(new Authority("fe80::1", 80));
    assertThat(Authority.parse("backend:80:90")).isNull();
    assertThat(Authority.parse("fe80::1")).isNull();
  }

  @Test
  void readsAnyAuthorityWithoutAnException() {
    long seed = 73;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String text = Names.text(random, "a1:.[]*/-", 8);
      Authority authority = Authority.parse(text);
      assertThat(Authority.withPortProblem(text) == null)
          .as("seed %d: %s", seed, text)
          .isEqualTo(authority != null && authority.port() != null);
      assertThat(NamespacedHost.gatewayProblem(text) == null && text.isEmpty()).isFalse();
    }
  }

  private static String pattern(Random random) {
    List<String> all = hosts(2);
    String name = all.get(random.nextInt(all.size()));
    return random.nextInt(8) == 0 ? "" : random.nextBoolean() ? "*." + name : name;
  }

  private static List<String> hosts(int labels) {
    List<String> hosts = new ArrayList<>(List.of("a", "b"));
    List<String> last = List.copyOf(hosts);
    for (int i = 1; i < labels; i++) {
      List<String> next = new ArrayList<>();
      for (String host : last) {
        next.add("a." + host);
        next.add("b." + host);
      }
      hosts.addAll(next);
      last = next;
    }
    return hosts;
  }
}
