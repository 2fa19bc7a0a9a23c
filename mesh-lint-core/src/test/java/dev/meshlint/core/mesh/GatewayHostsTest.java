package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Manifests;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.value.Hosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatewayHostsTest {
  private static final NamespaceRef SHOP = NamespaceRef.named("shop");
  private static final NamespaceRef EDGE = NamespaceRef.named("edge");

  private static ServedHosts served(List<String> hosts) {
    StringBuilder yaml =
        new StringBuilder(
            """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: public}
            spec:
              servers:
                - hosts:
            """);
    hosts.forEach(host -> yaml.append("        - '").append(host).append("'\n"));
    return ServedHosts.of(new Gateway(Manifests.root(yaml.toString())), false);
  }

  @Test
  void aHostMayBeKeptForOneNamespace() {
    ServedHosts hosts = served(List.of("shop/a.example.com", "*/b.example.com", "c.example.com"));
    assertThat(hosts.serves("a.example.com", SHOP)).isEqualTo(Same.YES);
    assertThat(hosts.serves("a.example.com", EDGE)).isEqualTo(Same.NO);
    assertThat(hosts.serves("a.example.com", NamespaceRef.OPEN)).isEqualTo(Same.MAYBE);
    assertThat(hosts.serves("b.example.com", EDGE)).isEqualTo(Same.YES);
    assertThat(hosts.serves("c.example.com", EDGE)).isEqualTo(Same.YES);
    assertThat(hosts.serves("d.example.com", EDGE)).isEqualTo(Same.NO);
  }

  @Test
  void aDotStandsForTheNamespaceOfTheGateway() {
    ServedHosts hosts = served(List.of("./a.example.com"));
    assertThat(hosts.serves("a.example.com", NamespaceRef.ASSUMED)).isEqualTo(Same.YES);
    assertThat(hosts.serves("a.example.com", EDGE)).isEqualTo(Same.MAYBE);
  }

  @Test
  void aGatewayWithoutHostsIsNotKnown() {
    assertThat(served(List.of()).serves("a.example.com", SHOP)).isEqualTo(Same.MAYBE);
    assertThat(served(List.of("${HOST}")).serves("a.example.com", SHOP)).isEqualTo(Same.MAYBE);
  }

  @Test
  void findsWhatComparingEachWithEachFinds() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      List<String> hosts = new ArrayList<>();
      for (int j = 1 + random.nextInt(4); j > 0; j--) {
        hosts.add(host(random));
      }
      String asked = host(random);
      boolean any = hosts.stream().anyMatch(host -> Hosts.matches(host, asked));
      assertThat(served(hosts).serves(asked, SHOP))
          .as("seed %s: %s in %s", seed, asked, hosts)
          .isEqualTo(any ? Same.YES : Same.NO);
    }
  }

  private static String host(Random random) {
    StringBuilder host = new StringBuilder(random.nextInt(3) == 0 ? "*" : "a");
    if (host.charAt(0) == '*' && random.nextInt(5) == 0) {
      return "*";
    }
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      host.append(random.nextBoolean() ? ".a" : ".b");
    }
    return host.toString();
  }

  @Test
  void aGatewayIsNamedInSeveralForms() {
    VirtualService routes =
        new VirtualService(
            Manifests.root(
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: shop}
                spec:
                  gateways: [public, ./public, edge/public, public.edge, public.edge.svc.cluster.local, mesh]
                """));
    assertThat(routes.gateways().stream().map(GatewayHostsTest::name))
        .containsExactly(
            new GatewayName("public", SHOP),
            new GatewayName("public", SHOP),
            new GatewayName("public", EDGE),
            new GatewayName("public", EDGE),
            new GatewayName("public", EDGE),
            new GatewayName("mesh", SHOP));
    assertThat(new GatewayName("mesh", SHOP).same(new GatewayName("mesh", EDGE)))
        .isEqualTo(Same.YES);
    assertThat(new GatewayName("public", SHOP).same(new GatewayName("public", EDGE)))
        .isEqualTo(Same.NO);
  }

  private static GatewayName name(Text reference) {
    return GatewayName.of(reference, SHOP);
  }
}
