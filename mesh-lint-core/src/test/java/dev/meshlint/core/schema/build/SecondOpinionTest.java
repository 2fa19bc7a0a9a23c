package dev.meshlint.core.schema.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.schema.BuiltInSchemas;
import dev.meshlint.core.schema.SchemaChecker;
import dev.meshlint.core.schema.SchemaContext;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The checker and a JSON Schema library judge the same random documents by the same schemas: on all that plain JSON Schema
 * can say they agree. Formats and the rest of our own vocabulary are taken out first.
 */
class SecondOpinionTest {
  private static final long SEED = 20261125;
  private static final int DOCUMENTS = 40;

  @TestFactory
  Stream<DynamicTest> bothAgree() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of("src/main/schemas/generated"))) {
      files = walk.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path file : files) {
      ObjectNode kind = plain(Yaml.documents(Files.readString(file)).get(0));
      SchemaSource source = SchemaSource.of(List.of(kind));
      SchemaSource.Kind only = source.kinds().values().iterator().next();
      BuiltInSchemas tables = BuiltInSchemas.of(SchemaCompiler.compile(source));
      for (Map.Entry<String, ObjectNode> shape : only.shapes().entrySet()) {
        String title = only.group() + "/" + shape.getKey() + " " + only.name();
        tests.add(
            DynamicTest.dynamicTest(
                title, () -> agree(only, shape.getKey(), shape.getValue(), tables)));
      }
    }
    return tests.stream();
  }

  private static void agree(
      SchemaSource.Kind kind, String version, ObjectNode shape, BuiltInSchemas tables) {
    Schema library =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(StandardSchema.ofResource(shape));
    RandomDocuments documents = new RandomDocuments(new Random(SEED));
    for (int i = 0; i < DOCUMENTS; i++) {
      ObjectNode document = (ObjectNode) documents.valid(shape);
      document.put("apiVersion", kind.group() + "/" + version);
      document.put("kind", kind.name());
      document.putObject("metadata").put("name", "one");
      assertThat(judge(document, tables)).as("seed %d, %s", SEED, document).isEmpty();
      assertThat(library.validate(document)).as("seed %d, %s", SEED, document).isEmpty();
      if (!(document.get("spec") instanceof ObjectNode)) {
        continue;
      }
      RandomDocuments.Mutation mutation = documents.mutate(document);
      boolean refused = !library.validate(mutation.document()).isEmpty();
      List<Found> found = judge((ObjectNode) mutation.document(), tables);
      assertThat(!found.isEmpty())
          .as(
              "seed %d, %s at %s: %s %s",
              SEED, mutation.what(), mutation.at(), mutation.document(), found)
          .isEqualTo(refused);
      assertThat(found)
          .as("seed %d, %s: %s", SEED, mutation.what(), mutation.document())
          .allSatisfy(problem -> assertThat(isNear(problem.path(), mutation.at())).isTrue());
    }
  }

  /** At the changed value, below it, or at the object around it. */
  private static boolean isNear(String path, String changed) {
    return path.startsWith(changed) || changed.startsWith(path);
  }

  private record Found(String path, String message) {}

  private static List<Found> judge(ObjectNode document, BuiltInSchemas tables) {
    YamlMapping root =
        (YamlMapping)
            YamlReader.read(
                    new SourceFile("random.json", document.toString()), YamlLimits.DEFAULT, false)
                .documents()
                .get(0)
                .root();
    Resource resource =
        new Resource(
            root,
            document.get("apiVersion").asString(),
            document.get("kind").asString(),
            "one",
            NamespaceRef.ASSUMED,
            Resource.Scope.NAMESPACED,
            new Resource.Origin(0, false, null, 0));
    List<Found> found = new ArrayList<>();
    new SchemaChecker(tables)
        .check(
            resource,
            SchemaContext.DEFAULT,
            problem -> {
              // versions that are deprecated, kinds that are experimental: the library knows
              // neither
              if (!problem.at().node().equals(root.get("apiVersion"))
                  && !problem.at().node().equals(root.get("kind"))) {
                found.add(new Found(NodePath.of(root, problem.at().node()), problem.message()));
              }
            });
    return found;
  }

  /** The schema without what plain JSON Schema cannot say. */
  private static ObjectNode plain(ObjectNode schema) {
    ObjectNode copy = schema.objectNode();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      switch (keyword.getKey()) {
        case "format", "pattern", "uniqueBy", "default", "deprecated", "channel" -> {
          if (keyword.getValue().isObject()) {
            copy.set(keyword.getKey(), plain((ObjectNode) keyword.getValue()));
          }
        }
        default -> copy.set(keyword.getKey(), plainAny(keyword.getValue()));
      }
    }
    return copy;
  }

  private static JsonNode plainAny(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return plain(object);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(item -> copy.add(plainAny(item)));
      return copy;
    }
    return node;
  }
}
