package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.istio.VirtualService;
import org.junit.jupiter.api.Test;

/** What VirtualServices say to whom, and whose traffic they take. */
class VirtualServicesTest {
  @Test
  void aDelegateTakesThePortsOfItsRoots() {
    String delegate =
        Bank.ROUTES.formatted("part", "bank", "http: [{route: [{destination: {host: x}}]}]");
    String root =
        Bank.ROUTES.formatted("root", "bank", "hosts: [ledger], http: [{delegate: {name: part}}]");

    assertThat(ports(Bank.LEDGER + delegate)).isEmpty();
    assertThat(ports(Bank.LEDGER + delegate + root)).containsExactly(80, 90);
  }

  private static Iterable<Integer> ports(String text) {
    Mesh mesh = Meshes.of(text);
    return mesh.virtualServices()
        .listenerPorts(mesh.all(VirtualService.class).get(0), mesh.gateways());
  }

  @Test
  void aWildcardIsAroundTheHostsBelowIt() {
    Mesh mesh =
        Meshes.of(
            Bank.ROUTES.formatted("wide", "bank", "hosts: [\"*.example.com\"], http: []")
                + Bank.ROUTES.formatted("other", "bank", "hosts: [\"*.example.org\"], http: []"));

    assertThat(around(mesh, "shop.example.com")).containsExactly("*.example.com");
    assertThat(around(mesh, "*.shop.example.com")).containsExactly("*.example.com");
    assertThat(around(mesh, "*.example.com")).isEmpty();
    assertThat(around(mesh, "example.com")).isEmpty();
  }

  private static Iterable<String> around(Mesh mesh, String host) {
    HostName read = HostName.of(host, NamespaceRef.named("bank"), "");
    return mesh.virtualServices().around(read).stream()
        .map(owner -> owner.written().value())
        .toList();
  }

  @Test
  void rivalsHideSomethingWhicheverOfThemIsOlder() {
    String gateway =
        """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: public, namespace: bank}
        spec: {servers: [{hosts: ["*"], port: {number: 80, name: http, protocol: HTTP}}]}
        ---
        """;
    String all =
        "hosts: [a.example.com], gateways: [public], http: [{route: [{destination: {host: x}}]}]";
    String some =
        "hosts: [A.example.com], gateways: [public], http: [{match: [{uri: {prefix: /x}}], "
            + "route: [{destination: {host: x}}]}]";

    assertThat(rivals(gateway, all, all)).containsExactly("one", "two");
    assertThat(rivals(gateway, some, some)).containsExactly("one", "two");
    assertThat(rivals(gateway, all, some)).as("the narrower one may be the older").isEmpty();
    assertThat(rivals(gateway, all, all.replace("a.", "b."))).isEmpty();
    assertThat(rivals(gateway, all, all.replace("[public]", "[mesh]"))).isEmpty();
  }

  private static Iterable<String> rivals(String gateway, String one, String other) {
    Mesh mesh =
        Meshes.of(
            gateway
                + Bank.ROUTES.formatted("one", "bank", one)
                + Bank.ROUTES.formatted("two", "bank", other));
    return MergedRoutes.rivals(mesh).stream()
        .map(rival -> rival.route().resource().name())
        .toList();
  }
}
