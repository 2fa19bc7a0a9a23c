package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostNameTest {
  private static final NamespaceRef SHOP = NamespaceRef.named("shop");

  private static HostName read(String host) {
    return HostName.of(host, SHOP, "");
  }

  @Test
  void aHostWithoutDotIsAServiceOfTheOwnNamespace() {
    assertThat(read("cart")).isEqualTo(new HostName.ServiceName("cart", SHOP));
    assertThat(HostName.of("cart", NamespaceRef.ASSUMED, ""))
        .isEqualTo(new HostName.ServiceName("cart", NamespaceRef.ASSUMED));
  }

  @Test
  void aFullHostNamesItsNamespace() {
    assertThat(read("cart.store.svc.cluster.local"))
        .isEqualTo(new HostName.ServiceName("cart", NamespaceRef.named("store")));
    assertThat(read("Cart.Store.svc.cluster.local"))
        .isEqualTo(new HostName.ServiceName("cart", NamespaceRef.named("store")));
  }

  @Test
  void withoutADeclaredClusterDomainAnyWillDo() {
    assertThat(read("cart.store.svc.k8s.example"))
        .isEqualTo(new HostName.ServiceName("cart", NamespaceRef.named("store")));
    assertThat(HostName.of("cart.store.svc.k8s.example", SHOP, "cluster.local"))
        .isEqualTo(new HostName.External("cart.store.svc.k8s.example"));
    assertThat(read("cart.store.svc.clusterset.local"))
        .isEqualTo(new HostName.External("cart.store.svc.clusterset.local"));
  }

  @Test
  void partlyQualifiedHostsAreTakenLiterally() {
    assertThat(read("cart.store")).isEqualTo(new HostName.External("cart.store"));
    assertThat(read("cart.store.svc")).isEqualTo(new HostName.External("cart.store.svc"));
  }

  @Test
  void addressesAreExternal() {
    assertThat(read("10.0.0.1")).isEqualTo(new HostName.External("10.0.0.1"));
    assertThat(read("2001:db8::1")).isEqualTo(new HostName.External("2001:db8::1"));
  }

  @Test
  void aWildcardDoesNotCoverItsBareDomain() {
    HostName.Wildcard wildcard = (HostName.Wildcard) read("*.example.com");
    assertThat(wildcard.covers("shop.example.com")).isTrue();
    assertThat(wildcard.covers("a.b.example.com")).isTrue();
    assertThat(wildcard.covers("example.com")).isFalse();
    assertThat(wildcard.covers("shopexample.com")).isFalse();
    assertThat(((HostName.Wildcard) read("*")).covers("anything")).isTrue();
  }

  @Test
  void everyQualifiedServiceIsReadBack() {
    long seed = 20261125;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String name = label(random);
      String namespace = label(random);
      assertThat(read(name + "." + namespace + ".svc.cluster.local"))
          .as("seed %d, round %d", seed, i)
          .isEqualTo(new HostName.ServiceName(name, NamespaceRef.named(namespace)));
    }
  }

  private static String label(Random random) {
    StringBuilder label = new StringBuilder();
    int length = 1 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      label.append("abcdefghijklmnopqrstuvwxyz0123456789".charAt(random.nextInt(36)));
    }
    return label.toString();
  }
}
