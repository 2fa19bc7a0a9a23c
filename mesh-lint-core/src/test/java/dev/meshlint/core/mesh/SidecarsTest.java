package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Sidecar holds for workloads, and what it imports. */
class SidecarsTest {
  private static final NamespaceRef BANK = NamespaceRef.named("bank");

  private static String sidecar(String name, String namespace, String spec) {
    return """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: %s, namespace: %s}
        spec: {%s}
        ---
        """
        .formatted(name, namespace, spec);
  }

  @Nested
  class Holding {
    private static final String NONE = "outboundTrafficPolicy: {mode: ALLOW_ANY}";

    private static List<String> names(String manifests, Map<String, String> labels) {
      return Meshes.of(manifests)
          .sidecars()
          .of(new PodGroup(BANK, labels, true))
          .map(sidecar -> sidecar.resource().name())
          .values();
    }

    @Test
    void theOneThatSelectsTheWorkloadComesFirst() {
      String all =
          sidecar("own", "bank", "workloadSelector: {labels: {app: ledger}}, " + NONE)
              + sidecar("default", "bank", NONE)
              + sidecar("mesh", "istio-system", NONE);
      assertThat(names(all, Map.of("app", "ledger"))).containsExactly("own");
      assertThat(names(all, Map.of("app", "desk"))).containsExactly("default");
    }

    @Test
    void theOneOfTheRootNamespaceIsTheDefaultOfTheMesh() {
      String mesh = sidecar("mesh", "istio-system", NONE);
      assertThat(names(mesh, Map.of())).containsExactly("mesh");
      String selecting =
          sidecar("mesh", "istio-system", "workloadSelector: {labels: {app: x}}, " + NONE);
      assertThat(names(selecting, Map.of("app", "x"))).isEmpty();
    }

    @Test
    void podsOfWhichOnlySomeLabelsAreKnownMayBeSelectedByAnother() {
      Mesh mesh =
          Meshes.of(
              sidecar("own", "bank", "workloadSelector: {labels: {app: ledger}}, " + NONE)
                  + sidecar("default", "bank", NONE));
      assertThat(mesh.sidecars().of(new PodGroup(BANK, Map.of(), false)).isFound()).isFalse();
    }
  }

  @Nested
  class Importing {
    private static Same imports(String hosts, String host, String owner) {
      Mesh mesh = Meshes.of(sidecar("default", "bank", "egress: [{hosts: [" + hosts + "]}]"));
      Sidecar sidecar = mesh.all(Sidecar.class).get(0);
      HostName name = HostName.of(host, BANK, "");
      return mesh.sidecars().imports(sidecar, BANK, name, NamespaceRef.named(owner));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "./*                  | cart.bank.svc.cluster.local | bank | YES",
          "./*                  | cart.shop.svc.cluster.local | shop | NO",
          "'*/*'                | cart.shop.svc.cluster.local | shop | YES",
          "shop/*               | cart.shop.svc.cluster.local | shop | YES",
          "shop/cart.shop.svc.cluster.local | cart.shop.svc.cluster.local | shop | YES",
          "shop/cart.shop.svc.cluster.local | cart.shop.svc.cluster.local | mail | NO",
          "shop/item.shop.svc.cluster.local | cart.shop.svc.cluster.local | shop | NO",
          "'*/*.shop.svc.cluster.local' | cart.shop.svc.cluster.local | shop | YES",
          "'*/*.shop.svc.cluster.local' | cart.mail.svc.cluster.local | mail | NO",
          "./cart.bank          | cart.bank.svc.cluster.local | bank | NO",
          "./api.example.com    | api.example.com             | bank | YES",
          "./*.example.com      | api.example.com             | bank | YES",
          "./*.example.com      | example.com                 | bank | NO",
          "./api.example.com    | '*.example.com'             | bank | NO",
          "./*.com              | '*.example.com'             | bank | YES",
          "'*/*, ~shop/*'       | cart.shop.svc.cluster.local | shop | NO",
          "'*/*, ~shop/*'       | cart.mail.svc.cluster.local | mail | YES",
          "'~/*'                | cart.bank.svc.cluster.local | bank | NO",
          "'./*, \"${more}/*\"' | cart.shop.svc.cluster.local | shop | MAYBE",
        })
    void comparesNamespaceAndHost(String hosts, String host, String owner, Same expected) {
      StringBuilder quoted = new StringBuilder();
      for (String entry : hosts.split(", ")) {
        quoted.append(quoted.isEmpty() ? "" : ", ");
        quoted.append(entry.startsWith("\"") ? entry : '"' + entry + '"');
      }
      assertThat(imports(quoted.toString(), host, owner)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "port: {number: 80, name: http, protocol: HTTP}       | YES",
          "port: {number: 81, name: http, protocol: HTTP}       | NO",
          "port: {number: 81, name: proxy, protocol: HTTP_PROXY} | YES",
          "port: {number: 0, name: socket, protocol: HTTP}      | YES",
          "port: {number: '${PORT}', name: http, protocol: HTTP} | MAYBE",
          "bind: 127.0.0.1                                      | YES",
        })
    void aListenerWithAPortIsForServicesThatHaveIt(String listener, Same expected) {
      Mesh mesh =
          Meshes.of(
              sidecar("default", "bank", "egress: [{" + listener + ", hosts: [./*]}]")
                  + """
                  apiVersion: v1
                  kind: Service
                  metadata: {name: cart, namespace: bank}
                  spec: {ports: [{name: http, port: 80}]}
                  ---
                  apiVersion: networking.istio.io/v1
                  kind: VirtualService
                  metadata: {name: cart, namespace: bank}
                  spec: {hosts: [cart]}
                  """);
      Sidecar sidecar = mesh.all(Sidecar.class).get(0);
      VirtualService routes = mesh.all(VirtualService.class).get(0);
      HostName host = HostName.of("cart", BANK, "");
      assertThat(mesh.sidecars().imports(sidecar, BANK, host, BANK)).isEqualTo(expected);
      assertThat(mesh.sidecars().imports(sidecar, BANK, routes)).isEqualTo(expected);
    }

    @Test
    void whatOneListenerExcludesAnotherMayImport() {
      Mesh mesh =
          Meshes.of(
              sidecar(
                  "default",
                  "bank",
                  "egress: [{port: {number: 9080, name: http, protocol: HTTP}, hosts: ['*/*', '~shop/*']}, {hosts: ['shop/*']}]"));
      Sidecar sidecar = mesh.all(Sidecar.class).get(0);
      HostName host = HostName.of("cart.shop.svc.cluster.local", BANK, "");
      assertThat(mesh.sidecars().imports(sidecar, BANK, host, NamespaceRef.named("shop")))
          .isEqualTo(Same.YES);
    }

    @Test
    void withoutEgressEverythingIsSeen() {
      Mesh mesh = Meshes.of(sidecar("default", "bank", "outboundTrafficPolicy: {mode: ALLOW_ANY}"));
      Sidecar sidecar = mesh.all(Sidecar.class).get(0);
      HostName host = HostName.of("cart.shop.svc.cluster.local", BANK, "");
      assertThat(mesh.sidecars().imports(sidecar, BANK, host, NamespaceRef.named("shop")))
          .isEqualTo(Same.YES);
    }
  }

  @Nested
  class Routes {
    private static final String ROUTES =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: rates, namespace: bank}
        spec:
          hosts: [rates.example.com]
          http: [{route: [{destination: {host: rates.shop.svc.cluster.local}}]}]
        ---
        """;

    private static Same imports(String hosts, boolean destination) {
      Mesh mesh =
          Meshes.of(ROUTES + sidecar("default", "bank", "egress: [{hosts: [" + hosts + "]}]"));
      Sidecar sidecar = mesh.all(Sidecar.class).get(0);
      HostName host = HostName.of("rates.shop.svc.cluster.local", BANK, "");
      return destination
          ? mesh.sidecars().imports(sidecar, BANK, host, NamespaceRef.named("shop"))
          : mesh.sidecars().imports(sidecar, BANK, mesh.all(VirtualService.class).get(0));
    }

    @Test
    void areImportedByTheirOwnNamespaceAndHosts() {
      assertThat(imports("./rates.example.com", false)).isEqualTo(Same.YES);
      assertThat(imports("'./*.com'", false)).isEqualTo(Same.YES);
      assertThat(imports("shop/*", false)).isEqualTo(Same.NO);
    }

    @Test
    void bringTheirDestinationsAlong() {
      assertThat(imports("./rates.example.com", true)).isEqualTo(Same.YES);
      assertThat(imports("./other.example.com", true)).isEqualTo(Same.NO);
    }
  }
}
