package dev.meshlint.core.schema.build;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Resolves {@code $ref} inside one schema file. */
final class References {
  private static final String PREFIX = "#/$defs/";

  private References() {}

  static ObjectNode target(ObjectNode file, String reference) {
    JsonNode target =
        reference.startsWith(PREFIX)
            ? file.path("$defs").path(reference.substring(PREFIX.length()))
            : JsonNodeFactory.instance.missingNode();
    if (target instanceof ObjectNode schema) {
      return schema;
    }
    throw new IllegalArgumentException("no target for " + reference);
  }

  /** A copy without references: what is shared stands in each place. */
  static ObjectNode expand(ObjectNode file, ObjectNode schema) {
    JsonNode reference = schema.path("$ref");
    if (reference.isString()) {
      ObjectNode expanded = expand(file, target(file, reference.asString()));
      for (Map.Entry<String, JsonNode> beside : schema.properties()) {
        if (!beside.getKey().equals("$ref")) {
          expanded.set(beside.getKey(), beside.getValue());
        }
      }
      return expanded;
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!keyword.getKey().equals("$defs") && !keyword.getKey().equals("versions")) {
        copy.set(keyword.getKey(), expandAny(file, keyword.getValue()));
      }
    }
    return copy;
  }

  private static JsonNode expandAny(ObjectNode file, JsonNode node) {
    if (node instanceof ObjectNode object) {
      return expand(file, object);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      for (JsonNode item : array) {
        copy.add(expandAny(file, item));
      }
      return copy;
    }
    return node;
  }
}
