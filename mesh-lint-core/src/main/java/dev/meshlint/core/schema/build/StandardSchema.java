package dev.meshlint.core.schema.build;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema file's shape in plain JSON Schema (2020-12): what the compact form leaves out is written out, and what only our
 * vocabulary can say is left out.
 */
final class StandardSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> KEPT = Set.of("uniqueItems", "required");

  private StandardSchema() {}

  /** Whether a word means the same in a schema file and in plain JSON Schema. */
  static boolean keeps(String word) {
    return KEPT.contains(word) || StructuralSchemas.TYPES_AND_LIMITS.contains(word);
  }

  /** The whole resource: the shape and what all kinds have beside it. */
  static ObjectNode ofResource(ObjectNode shape) {
    ObjectNode schema = of(shape);
    ObjectNode properties =
        schema.get("properties") instanceof ObjectNode known
            ? known
            : schema.putObject("properties");
    for (String name : List.of("apiVersion", "kind", "metadata", "status")) {
      if (!properties.has(name)) {
        properties.putObject(name);
      }
    }
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    return schema;
  }

  static ObjectNode of(ObjectNode shape) {
    ObjectNode schema = NODES.objectNode();
    for (Map.Entry<String, JsonNode> keyword : shape.properties()) {
      String name = keyword.getKey();
      if (keeps(name)) {
        schema.set(name, keyword.getValue());
      }
    }
    if (shape.get("items") instanceof ObjectNode items) {
      schema.set("items", of(items));
    }
    boolean isObject = shape.has("properties");
    if (shape.get("properties") instanceof ObjectNode properties) {
      ObjectNode copy = schema.putObject("properties");
      for (Map.Entry<String, JsonNode> property : properties.properties()) {
        copy.set(property.getKey(), of((ObjectNode) property.getValue()));
      }
    }
    JsonNode others = shape.path("additionalProperties");
    if (others instanceof ObjectNode values) {
      schema.set("additionalProperties", of(values));
    } else if (isObject && !others.asBoolean(false)) {
      schema.put("additionalProperties", false);
    }
    choices(shape, schema);
    return schema;
  }

  private static void choices(ObjectNode shape, ObjectNode schema) {
    ArrayNode all = NODES.arrayNode();
    for (JsonNode set : shape.path("exactlyOneOf")) {
      ArrayNode alternatives = all.addObject().putArray("oneOf");
      set.forEach(name -> alternatives.addObject().putArray("required").add(name));
    }
    for (JsonNode set : shape.path("atLeastOneOf")) {
      ArrayNode alternatives = all.addObject().putArray("anyOf");
      set.forEach(name -> alternatives.addObject().putArray("required").add(name));
    }
    for (JsonNode set : shape.path("mutuallyExclusive")) {
      for (int i = 0; i < set.size(); i++) {
        for (int j = i + 1; j < set.size(); j++) {
          all.addObject().putObject("not").putArray("required").add(set.get(i)).add(set.get(j));
        }
      }
    }
    if (!all.isEmpty()) {
      schema.set("allOf", all);
    }
  }
}
