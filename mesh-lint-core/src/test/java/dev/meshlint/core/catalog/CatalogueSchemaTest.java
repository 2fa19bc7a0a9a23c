package dev.meshlint.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schema fits every entry of the catalogue, and no entry with a key that is misspelt. */
class CatalogueSchemaTest {
  private static final Path SCHEMA = Path.of("../docs/schema/catalogue-entry.schema.json");
  private static final Path ENTRIES = Path.of("../rules-catalog");

  @TestFactory
  Stream<DynamicTest> every_entry_fits_and_none_with_a_slip() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA));
    List<Path> files;
    try (Stream<Path> walk = Files.walk(ENTRIES)) {
      files = walk.filter(CatalogueSchemaTest::isEntry).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(200);
    return files.stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> judge(file, schema)));
  }

  private static boolean isEntry(Path file) {
    return file.toString().endsWith(".yaml") && !file.toString().contains("target");
  }

  private static void judge(Path file, Schema schema) throws IOException {
    ObjectNode entry = (ObjectNode) new YAMLMapper().readTree(Files.readString(file));
    assertThat(schema.validate(entry)).isEmpty();
    for (String key : new ArrayList<>(entry.propertyNames())) {
      ObjectNode slip = entry.deepCopy();
      slip.set(key + "x", slip.remove(key));
      assertThat(schema.validate(slip)).as(key).isNotEmpty();
    }
  }
}
