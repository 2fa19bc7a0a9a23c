package dev.meshlint.core.schema.build;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML as Jackson trees. */
final class Yaml {
  private static final ObjectMapper MAPPER = new YAMLMapper();

  private Yaml() {}

  /** All documents of a text that are objects. */
  static List<ObjectNode> documents(String text) {
    List<ObjectNode> documents = new ArrayList<>();
    try (JsonParser parser = MAPPER.createParser(text);
        MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(parser)) {
      while (values.hasNextValue()) {
        if (values.nextValue() instanceof ObjectNode object) {
          documents.add(object);
        }
      }
    }
    return documents;
  }
}
