package dev.meshlint.core.schema.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.schema.BuiltInSchemas;
import dev.meshlint.core.schema.SchemaChecker;
import dev.meshlint.core.schema.SchemaContext;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserSchemasTest {
  private static final BuiltInSchemas BUILT_IN = BuiltInSchemas.load();

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: books.library.example
      spec:
        group: %s
        scope: Namespaced
        names: {kind: %s, plural: books}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    required: [title]
                    properties:
                      title: {type: string}
                      pages: {type: integer, minimum: 1}
                      isbn: {type: string, pattern: '^[0-9]{13}$'}
                      youngField: {type: string}
      """;

  private static final String BOOK =
      """
      apiVersion: library.example/v1
      kind: Book
      metadata: {name: one}
      spec:
      """;

  @TempDir private Path folder;

  @Test
  void judges_kinds_of_definitions_with_the_same_words() throws IOException {
    Files.writeString(folder.resolve("book.yaml"), DEFINITION.formatted("library.example", "Book"));

    assertThat(lines(BOOK + "  title: Momo\n  pages: 3\n  isbn: '9783522202558'\n")).isEmpty();
    assertThat(lines(BOOK + "  titel: Momo\n"))
        .containsExactly(
            "5 schema-unknown-field \"titel\" is not a field of \"spec\": it is dropped");
    assertThat(lines(BOOK + "  title: Momo\n  pages: 0\n  isbn: '1'\n"))
        .containsExactly(
            "6 schema-invalid-value \"pages\" must be at least 1, not 0",
            "7 schema-invalid-value \"1\" is not a valid \"isbn\"");
  }

  @Test
  void takes_fields_of_a_built_in_kind_from_a_newer_definition() throws IOException {
    String sidecar =
        """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: one}
        spec:
          youngField: x
          egress: [{hosts: ['./*']}]
        """;

    assertThat(lines(sidecar)).hasSize(1);
    Files.writeString(
        folder.resolve("sidecar.yaml"), DEFINITION.formatted("networking.istio.io", "Sidecar"));
    assertThat(lines(sidecar)).isEmpty();
  }

  @Test
  void judges_by_json_schemas() throws IOException {
    Files.writeString(
        folder.resolve("book.json"),
        """
        {"x-kubernetes-group-version-kind": [{"group": "library.example", "version": "v1", "kind": "Book"}],
         "type": "object",
         "properties": {"apiVersion": {}, "kind": {}, "metadata": {},
           "spec": {"type": "object", "required": ["title"], "additionalProperties": false,
             "properties": {"title": {"type": "string"}, "pages": {"type": "integer"},
               "cover": {"enum": ["hard", "soft"]}}}}}
        """);

    assertThat(lines(BOOK + "  title: Momo\n  pages: 3\n")).isEmpty();
    assertThat(lines(BOOK + "  title: Momo\n  pages: ${PAGES}\n")).isEmpty();
    assertThat(lines(BOOK + "  titel: Momo\n"))
        .containsExactlyInAnyOrder(
            "5 schema-missing-field \"spec\" needs \"title\": it is missing",
            "5 schema-unknown-field \"titel\" is not a field of \"spec\"");
    assertThat(lines(BOOK + "  title: 1984\n"))
        .containsExactly("5 schema-wrong-type \"title\" must be of type string");
    assertThat(lines(BOOK + "  title: Momo\n  cover: LEATHER\n"))
        .containsExactly("6 schema-invalid-value \"cover\" must be one of [\"hard\",\"soft\"]");
    assertThat(lines(BOOK + "  title: Momo\n  blurb:\n"))
        .containsExactly("6 schema-unknown-field \"blurb\" is not a field of \"spec\"");
  }

  @Test
  void says_which_file_is_no_schema() throws IOException {
    Files.writeString(folder.resolve("broken.json"), "{");

    assertThatThrownBy(() -> UserSchemas.read(List.of(folder)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken.json");
    assertThatThrownBy(() -> UserSchemas.read(List.of(folder.resolve("missing"))))
        .isInstanceOf(IOException.class);
  }

  private List<String> lines(String yaml) throws IOException {
    YamlMapping root =
        (YamlMapping)
            YamlReader.read(new SourceFile("book.yaml", yaml), YamlLimits.DEFAULT, false)
                .documents()
                .get(0)
                .root();
    Resource resource =
        new Resource(
            root,
            ((YamlScalar) root.get("apiVersion")).text(),
            ((YamlScalar) root.get("kind")).text(),
            "one",
            NamespaceRef.ASSUMED,
            Resource.Scope.NAMESPACED,
            new Resource.Origin(0, false, null, 0));
    List<String> lines = new ArrayList<>();
    new SchemaChecker(BUILT_IN, UserSchemas.read(List.of(folder)))
        .check(
            resource,
            SchemaContext.DEFAULT,
            problem ->
                lines.add(
                    problem.at().node().line() + " " + problem.rule() + " " + problem.message()));
    return lines;
  }
}
