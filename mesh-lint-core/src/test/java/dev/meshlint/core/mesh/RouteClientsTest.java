package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose proxies carry out routes, and what they see. */
class RouteClientsTest {
  private static final String GATEWAY =
      """
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: public, namespace: bank}
      spec: {selector: {app: door}, servers: [{hosts: ["*"], port: {number: 80, name: http, protocol: HTTP}}]}
      ---
      """;

  private static final String PROXY =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: door, namespace: edge, labels: {app: door}}
      spec: {containers: [{name: istio-proxy, image: auto}]}
      ---
      """;

  private static final String STANDARD =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata: {name: public, namespace: audit}
      spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}
      ---
      """;

  @ParameterizedTest
  @CsvSource({
    // namespace of the routes, exportTo, does one of their clients see the service?
    "bank,  '',           true",
    "bank,  '[.]',        true",
    "bank,  '[shop]',     false",
    "bank,  '[shop, audit]', true",
    "shop,  '',           false",
    "shop,  '[audit]',    true",
    "shop,  '[\"*\"]',    false",
  })
  void aDestinationIsFoundWhereAClientOfTheRoutesSeesIt(
      String namespace, String exportTo, boolean found) {
    Mesh mesh =
        Meshes.of(
            Bank.LEDGER
                + Bank.ROUTES.formatted(
                    "ledger",
                    namespace,
                    (exportTo.isEmpty() ? "" : "exportTo: " + exportTo + ", ")
                        + "hosts: [ledger.example.com], http: [{route: [{destination: "
                        + "{host: ledger.bank.svc.cluster.local}}]}]"));
    VirtualService routes = mesh.all(VirtualService.class).get(0);

    Answer<MeshService> answer =
        RouteClients.destination(
            routes.destinations().get(0).destination().host(), RouteClients.of(routes, mesh), mesh);

    assertThat(answer.isFound()).isEqualTo(found);
    assertThat(answer.isAbsent()).isEqualTo(!found);
  }

  private static List<NamespaceRef> clients(String gateways, String manifests) {
    String routes =
        Bank.ROUTES.formatted("ledger", "bank", "hosts: [a.example.com], gateways: " + gateways);
    Mesh mesh = Meshes.of(routes + manifests);
    return RouteClients.of(mesh.all(VirtualService.class).get(0), mesh);
  }

  @Test
  void routesAtAGatewayAreForItsProxiesWhereverTheyRun() {
    NamespaceRef bank = NamespaceRef.named("bank");
    NamespaceRef edge = NamespaceRef.named("edge");

    assertThat(clients("[public]", GATEWAY + PROXY)).containsExactly(edge);
    assertThat(clients("[public, mesh]", GATEWAY + PROXY)).containsExactly(bank, edge);
    assertThat(clients("[public]", GATEWAY)).containsExactly(NamespaceRef.OPEN);
    assertThat(clients("[audit/public]", STANDARD)).containsExactly(NamespaceRef.named("audit"));
  }

  @Test
  void routesOfADelegateAreForTheClientsOfItsRoots() {
    String part = Bank.ROUTES.formatted("part", "bank", "http: [{redirect: {uri: /}}]");
    String root =
        Bank.ROUTES.formatted(
            "root", "shop", "hosts: [a], http: [{delegate: {name: part, namespace: bank}}]");

    Mesh alone = Meshes.of(part);
    Mesh both = Meshes.of(part + root);

    assertThat(RouteClients.of(alone.all(VirtualService.class).get(0), alone))
        .containsExactly(NamespaceRef.OPEN);
    assertThat(RouteClients.of(both.all(VirtualService.class).get(0), both))
        .containsExactly(NamespaceRef.named("shop"));
  }
}
