package dev.meshlint.core.schema.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.schema.build.PlainSchemas;
import dev.meshlint.core.schema.build.PlainSchemas.Version;
import dev.meshlint.core.schema.user.SecondOpinion.Opinions;
import dev.meshlint.core.schema.user.SecondOpinion.Remark;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The checker and a JSON Schema library judge the same random documents by the same schemas: on all that plain JSON Schema
 * can say they agree.
 */
class SecondOpinionTest {
  private static final long SEED = 20261125;
  private static final int DOCUMENTS = 40;

  @TestFactory
  Stream<DynamicTest> both_agree_on_random_documents() throws IOException {
    PlainSchemas schemas = PlainSchemas.read(Path.of("src/main/schemas"));
    SecondOpinion judges = new SecondOpinion(schemas);
    return schemas.versions().stream()
        .map(
            version ->
                dynamicTest(
                    version.group() + "/" + version.version() + " " + version.kind(),
                    () -> agree(version, judges)));
  }

  private static void agree(Version version, SecondOpinion judges) {
    RandomDocuments documents = new RandomDocuments(new Random(SEED));
    for (int i = 0; i < DOCUMENTS; i++) {
      ObjectNode document = (ObjectNode) documents.valid(version.shape());
      document.put("apiVersion", apiVersion(version));
      document.put("kind", version.kind());
      document.putObject("metadata").put("name", "one");
      assertThat(judges.of(resource(document)))
          .as("seed %d, %s", SEED, document)
          .isEqualTo(new Opinions(List.of(), List.of()));
      if (document.get("spec") instanceof ObjectNode) {
        agreeOn(documents.mutate(document), judges);
      }
    }
  }

  private static void agreeOn(RandomDocuments.Mutation mutation, SecondOpinion judges) {
    Opinions opinions = judges.of(resource((ObjectNode) mutation.document()));
    assertThat(opinions.differences())
        .as("seed %d, %s at %s: %s", SEED, mutation.what(), mutation.at(), mutation.document())
        .isEmpty();
    assertThat(opinions.checker())
        .extracting(Remark::path)
        .as("seed %d, %s: %s", SEED, mutation.what(), mutation.document())
        .allMatch(path -> path.startsWith(mutation.at()) || mutation.at().startsWith(path));
  }

  @Test
  void what_only_one_of_them_says_is_a_difference() {
    Remark timeout = new Remark("spec.http[0].timeout", "is no duration");
    Remark route = new Remark("spec.http[0]", "is no route");
    Remark hosts = new Remark("spec.hosts", "has no items");

    assertThat(new Opinions(List.of(timeout), List.of(route)).differences()).isEmpty();
    assertThat(new Opinions(List.of(timeout), List.of(hosts)).differences())
        .containsExactly(
            "only the checker: spec.http[0].timeout: is no duration",
            "only the library: spec.hosts: has no items");
  }

  private static String apiVersion(Version version) {
    return version.group().isEmpty()
        ? version.version()
        : version.group() + "/" + version.version();
  }

  private static Resource resource(ObjectNode document) {
    SourceFile file = new SourceFile("random.json", document.toString());
    YamlMapping root =
        (YamlMapping) YamlReader.read(file, YamlLimits.DEFAULT, false).documents().get(0).root();
    return new Resource(
        root,
        document.get("apiVersion").asString(),
        document.get("kind").asString(),
        "one",
        NamespaceRef.ASSUMED,
        Resource.Scope.NAMESPACED,
        new Resource.Origin(0, false, null, 0));
  }
}
