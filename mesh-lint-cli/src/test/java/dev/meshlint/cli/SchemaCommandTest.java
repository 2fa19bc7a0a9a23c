package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {
  @Test
  void list_names_every_kind_and_its_versions() {
    Cli.Result result = Cli.run("schema", "list");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("VirtualService.networking.istio.io v1 v1beta1 v1alpha3\n")
        .contains("CiliumCIDRGroup.cilium.io v2 v2alpha1 (deprecated)\n");
  }

  @Test
  void show_prints_the_fields_of_a_kind() {
    Cli.Result result = Cli.run("schema", "show", "PeerAuthentication", "v1beta1");

    assertThat(result.out())
        .startsWith("PeerAuthentication, security.istio.io/v1beta1\n")
        .contains("mode: text, one of \"UNSET\"");
  }

  @Test
  void show_prints_all_kinds_of_that_name() {
    assertThat(Cli.run("schema", "show", "Gateway").out())
        .contains("Gateway, networking.istio.io/v1\n", "Gateway, gateway.networking.k8s.io/v1\n");
    assertThat(Cli.run("schema", "show", "Gateway.networking.istio.io").out())
        .doesNotContain("gateway.networking.k8s.io/v1\n");
  }

  @Test
  void an_unknown_kind_is_a_wrong_use() {
    Cli.Result result = Cli.run("schema", "show", "VirtualServices");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("did you mean \"VirtualService\"?");
  }

  @Test
  void import_writes_one_file_a_kind(@TempDir Path folder) throws IOException {
    Path definition = folder.resolve("crd.yaml");
    Files.writeString(
        definition,
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        spec:
          group: library.example
          scope: Namespaced
          names: {kind: Book, plural: books}
          versions:
            - name: v1
              served: true
              schema:
                openAPIV3Schema:
                  type: object
                  properties: {spec: {type: object, properties: {title: {type: string}}}}
        """);

    Cli.Result result =
        Cli.run("schema", "import", folder.resolve("schemas").toString(), definition.toString());

    assertThat(result.status()).isZero();
    assertThat(folder.resolve("schemas/library.example/Book.yaml"))
        .content()
        .contains("kind: Book", "title: {type: string}");
  }
}
