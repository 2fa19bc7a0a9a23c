package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.istio.ExtensionProvider;
import dev.meshlint.core.model.istio.Telemetry;
import org.junit.jupiter.api.Test;

/** Which providers are defined. */
class ExtensionProvidersTest {
  private static final String CONFIGURATION =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: istio, namespace: istio-system}
      data:
        mesh: |
          extensionProviders: [{name: collector, zipkin: {service: zipkin.example, port: 9411}}]
      ---
      """;

  private static Answer<ExtensionProvider> find(String manifests, String name) {
    Mesh mesh =
        Meshes.of(
            manifests
                + """
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: traces, namespace: shop}
                spec: {tracing: [{providers: [{name: %s}]}]}
                """
                    .formatted(name));
    return mesh.extensionProviders().find(mesh.all(Telemetry.class).get(0).providers().get(0));
  }

  @Test
  void aDefinedProviderIsThere() {
    assertThat(find(CONFIGURATION, "collector").isFound()).isTrue();
  }

  @Test
  void theOnlyConfigurationInViewDecides() {
    assertThat(find(CONFIGURATION, "tempo"))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.SAME_OBJECT));
    assertThat(find(CONFIGURATION, "colector"))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.NEAR_MISS));
  }

  @Test
  void severalConfigurationsDecideNothing() {
    String other = CONFIGURATION.replace("name: istio,", "name: istio-canary,");
    assertThat(find(CONFIGURATION + other, "tempo"))
        .isEqualTo(new Unknown<ExtensionProvider>(Why.NOT_IN_VIEW));
  }

  @Test
  void istioDefinesSomeItself() {
    assertThat(find(CONFIGURATION, "prometheus"))
        .isEqualTo(new Unknown<ExtensionProvider>(Why.DECLARED_ELSEWHERE));
  }
}
