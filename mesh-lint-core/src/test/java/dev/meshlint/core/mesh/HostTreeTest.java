package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import org.junit.jupiter.api.Test;

/** A wildcard finds what lies below it, and nothing that only ends alike. */
class HostTreeTest {
  private final HostTree<String> tree = new HostTree<>();

  private void add(String host) {
    tree.add(HostName.of(host, NamespaceRef.named("shop"), ""), host);
  }

  private String within(String suffix) {
    return String.valueOf(tree.within(new HostName.Wildcard(suffix)));
  }

  @Test
  void findsHostsOfServicesAndOthers() {
    add("cart");
    add("api.example.com");
    add("*.partners.example.org");
    assertThat(within(".shop.svc.cluster.local")).isEqualTo("cart");
    assertThat(within(".shop.svc.other.domain")).isEqualTo("cart");
    assertThat(within(".example.com")).isEqualTo("api.example.com");
    assertThat(within(".example.org")).isEqualTo("*.partners.example.org");
    assertThat(within(".mail.svc.cluster.local")).isEqualTo("null");
    assertThat(within(".api.example.com")).isEqualTo("null");
    assertThat(within("")).isNotEqualTo("null");
  }

  @Test
  void isOpenWithServicesOfUnknownNamespaces() {
    add("cart");
    assertThat(tree.isOpen()).isFalse();
    tree.add(new HostName.ServiceName("mail", NamespaceRef.ASSUMED), "mail");
    assertThat(tree.isOpen()).isTrue();
  }
}
