package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.model.istio.VirtualService;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether some sidecar sees two VirtualServices, of the namespaces {@code shop} and {@code bank}. */
class CommonClientsTest {
  private static boolean exist(String sidecars, String exportTo) {
    String routes =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: rates, namespace: %s}
        spec: {hosts: [rates.example.com]%s}
        ---
        """;
    StringBuilder manifests = new StringBuilder();
    manifests.append(routes.formatted("shop", ""));
    manifests.append(routes.formatted("bank", exportTo));
    for (String sidecar : sidecars.split(";")) {
      String[] parts = sidecar.strip().split(": ", 2);
      manifests.append(
          parts.length < 2
              ? ""
              : """
              apiVersion: networking.istio.io/v1
              kind: Sidecar
              metadata: {name: default, namespace: %s}
              spec: {%s}
              ---
              """
                  .formatted(parts[0], parts[1]));
    }
    Mesh mesh = Meshes.of(manifests.toString());
    List<VirtualService> both = mesh.all(VirtualService.class);
    return CommonClients.mayExist(mesh, both.get(0), both.get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no Sidecar at all                                          | true",
        "istio-system: egress: [{hosts: [./*]}]                     | false",
        "istio-system: egress: [{hosts: [./*, shop/*]}]             | true",
        "istio-system: egress: [{hosts: ['*/*']}]                   | true",
        "istio-system: outboundTrafficPolicy: {mode: ALLOW_ANY}     | true",
        "shop: egress: [{hosts: [./*]}]                             | true",
        "istio-system: egress: [{hosts: [./*]}]; bank: egress: [{hosts: ['*/*']}] | true",
        "istio-system: egress: [{hosts: [./*]}]; desk: egress: [{hosts: [shop/*, bank/*]}] | true",
        "istio-system: egress: [{hosts: [./*]}]; desk: egress: [{hosts: [shop/*]}] | false",
        "istio-system: egress: [{hosts: ['${WHAT}/*']}]             | true",
      })
  void everybodyMaySeeThem(String sidecars, boolean expected) {
    assertThat(exist(sidecars, "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "desk: egress: [{hosts: [shop/*]}]                          | false",
        "desk: egress: [{hosts: [shop/*, bank/*]}]                  | true",
        "shop: egress: [{hosts: [./*]}]                             | true",
        "desk: workloadSelector: {labels: {app: till}}, egress: [{hosts: [shop/*]}] | true",
        "istio-system: egress: [{hosts: [./*]}]                     | false",
      })
  void onlyTheDeskMaySeeThem(String sidecars, boolean expected) {
    assertThat(exist(sidecars, ", exportTo: [desk]")).isEqualTo(expected);
  }
}
